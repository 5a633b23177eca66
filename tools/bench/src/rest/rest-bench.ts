import { join } from 'node:path'
import { fillSizes, type FillSizes } from '@berth/testkit'
import { getRequests } from '../load/get-requests.js'
import type { Outcome } from '../load/outcome.js'
import { UsageError, type Options } from '../options.js'
import { withCpuTime } from '../processes/server-usage.js'
import { number } from '../report/format.js'
import { workingFolder } from '../working-folder.js'
import { startRestServer, type RestServer } from './rest-server.js'
import { restWorkloads, type RestWorkload } from './rest-workloads.js'

const GB = 1e9

/** Connections that are kept open. */
export const CONNECTIONS = [1, 16, 64] as const
/** What a large installation is compared with: a thousand artifacts. */
const SMALL_SCALE = 0.001

export interface RestOutcome extends Outcome {
  /** What all processes of the server used of the processors for one request: others on the machine change little of it. */
  readonly cpuMilliseconds: number
}

/** What a workload brought at one size, by number of connections; or why it has no figure. */
export type RestMeasurement = ReadonlyMap<number, RestOutcome> | string

export interface RestResult {
  readonly workload: RestWorkload
  readonly small: RestMeasurement
  readonly large: RestMeasurement
}

export interface RestBenchResult {
  readonly title: string
  readonly artifacts: number
  /** Entries of the audit log. */
  readonly events: number
  readonly results: readonly RestResult[]
}

function choose(only: readonly string[]): readonly RestWorkload[] {
  const chosen = restWorkloads.filter(({ name }) => only.length === 0 || only.some((text) => name.includes(text)))
  if (chosen.length > 0) return chosen
  const names = restWorkloads.map(({ name }) => `  ${name}`).join('\n')
  throw new UsageError(`--only: no such workload. There are:\n${names}`)
}

async function measure(server: RestServer, workload: RestWorkload, seconds: number): Promise<RestMeasurement> {
  try {
    const load = {
      url: server.url,
      paths: [await server.pathOf(workload)],
      authorization: server.authorization(workload.as ?? 'administrator'),
      accept: 'application/json',
    }
    const outcomes = new Map<number, RestOutcome>()
    for (const connections of CONNECTIONS) {
      // What clients no longer wait for is still answered: the load before must not slow this one down.
      await server.settle(load.authorization, load.paths)
      const { result, cpuSeconds } = await withCpuTime(server.processRoots, () =>
        getRequests({ ...load, connections, seconds }),
      )
      outcomes.set(connections, { ...result, cpuMilliseconds: (1000 * cpuSeconds) / result.requests })
    }
    return outcomes
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function progressLine({ name }: RestWorkload, measured: RestMeasurement): string {
  if (typeof measured === 'string') return `${name}: FAILED: ${measured}`
  const parts = [...measured].map(
    ([connections, { requests, seconds, p50, p99, cpuMilliseconds }]) =>
      `${connections}: ${number(requests / seconds)}/s p50 ${number(p50)} p99 ${number(p99)} CPU ${number(cpuMilliseconds)} ms`,
  )
  return `${name}: ${parts.join(', ')}`
}

/**
 * Installs Berth, fills its database twice, with little and with much, and measures the chosen requests at both sizes.
 *
 * @param tell gets one line of progress at a time
 */
export async function restBench(
  options: Options,
  tell: (line: string) => void,
  signal: AbortSignal,
): Promise<RestBenchResult> {
  const chosen = choose(options.only)
  await using folder = await workingFolder(options.folder, 20 * GB)
  tell('Starting Berth ...')
  await using server = await startRestServer({ folder: join(folder.path, 'berth'), built: options.built })
  const sizesAt = (scale: number): FillSizes => {
    const sizes = fillSizes(scale)
    return { ...sizes, events: Math.min(sizes.events, options.events ?? Infinity) }
  }
  const measureAll = async (sizes: FillSizes) => {
    tell(`Filling it with ${number(sizes.artifacts)} artifacts ...`)
    await server.fill(sizes, tell)
    const measured = new Map<RestWorkload, RestMeasurement>()
    for (const workload of chosen) {
      signal.throwIfAborted()
      const measurement = await measure(server, workload, options.seconds)
      tell(progressLine(workload, measurement))
      measured.set(workload, measurement)
    }
    return (workload: RestWorkload) => measured.get(workload) ?? 'not measured'
  }
  const sizes = sizesAt(options.scale)
  const small = await measureAll(sizesAt(SMALL_SCALE))
  const large = await measureAll(sizes)
  return {
    title: server.title,
    artifacts: sizes.artifacts,
    events: sizes.events,
    results: chosen.map((workload) => ({ workload, small: small(workload), large: large(workload) })),
  }
}
