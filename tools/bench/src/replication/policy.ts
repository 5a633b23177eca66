import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { Berth } from '../servers/berth/berth.js'
import { withPatience } from './patience.js'

const named = z.tuple([z.object({ id: z.int() })])
const executions = z.array(
  z.object({
    status: z.enum(['InProgress', 'Succeed', 'Failed', 'Stopped']),
    total: z.int(),
    succeed: z.int(),
    failed: z.int(),
    stopped: z.int(),
    in_progress: z.int(),
  }),
)
/** Of a page; runs by events are one a second at most. */
const RUNS = 100
const PATIENCE_MS = 900_000

/** Tasks of all runs of a policy together. */
export interface Progress {
  readonly runs: number
  /** Runs that go on. */
  readonly open: number
  readonly total: number
  readonly succeed: number
  readonly failed: number
  readonly withoutEnd: number
}

/** What a request says, as Harbor's API has it. */
type Body = Readonly<Record<string, unknown>> & { readonly name: string }

/** Makes what `path` lists. @returns its id */
async function make(berth: Berth, path: string, body: Body): Promise<number> {
  await berth.post(path, body)
  const [{ id }] = named.parse(await berth.get(`${path}?${new URLSearchParams({ q: `name=${body.name}` }).toString()}`))
  return id
}

/** Tells a Berth of a registry elsewhere. @returns its id */
export const addRegistry = (berth: Berth, body: Body) => make(berth, 'registries', body)

export class Policy {
  private constructor(
    private readonly berth: Berth,
    private readonly id: number,
    private readonly body: Body,
  ) {}

  static async make(berth: Berth, body: Body): Promise<Policy> {
    const whole = { enabled: true, override: true, ...body }
    return new Policy(berth, await make(berth, 'replication/policies', whole), whole)
  }

  start(): Promise<void> {
    return this.berth.post('replication/executions', { policy_id: this.id })
  }

  /** So that no schedule starts it again. */
  switchOff(): Promise<void> {
    return withPatience(() => this.berth.put(`replication/policies/${this.id}`, { ...this.body, enabled: false }))
  }

  async progress(): Promise<Progress> {
    const all: z.infer<typeof executions> = []
    for (let page = 1; all.length === (page - 1) * RUNS; page += 1) {
      const path = `replication/executions?policy_id=${this.id}&page_size=${RUNS}&page=${page}`
      const found = await withPatience(async () => executions.parse(await this.berth.get(path)))
      all.push(...found)
      if (found.length === 0) break
    }
    const sum = (value: (run: (typeof all)[number]) => number) => all.reduce((total, run) => total + value(run), 0)
    return {
      runs: all.length,
      open: all.filter(({ status }) => status === 'InProgress').length,
      total: sum(({ total }) => total),
      succeed: sum(({ succeed }) => succeed),
      failed: sum(({ failed, stopped }) => failed + stopped),
      withoutEnd: sum((run) => run.in_progress),
    }
  }

  /**
   * Waits until all that it began has ended, with `least` tasks or more.
   *
   * @param look is told of the progress, twice a second
   * @returns how far it is after a quarter of an hour, if that is sooner
   */
  async untilEnded(least: number, look: (progress: Progress) => Promise<void>): Promise<Progress> {
    const endsAt = performance.now() + PATIENCE_MS
    for (;;) {
      const progress = await this.progress()
      await look(progress)
      const isOver = progress.total >= least && progress.open === 0 && progress.withoutEnd === 0
      if (isOver || performance.now() > endsAt) return progress
      await sleep(500)
    }
  }
}
