import { Database } from '@berth/database'
import { createLogger } from '@berth/telemetry'
import { createTestDatabase, startRedis, waitUntil, type TestDatabase } from '@berth/testkit'
import { z } from 'zod'
import { defineJob, type Job, type JobDefinition } from '../engine/job.js'
import { createJobTable } from '../engine/job-table.js'
import { createJobservice, type JobserviceOptions } from '../jobservice.js'
import type { TestStack } from './stack-of-each-test.js'

export interface Parts {
  readonly database: TestDatabase
  readonly redis: Awaited<ReturnType<typeof startRedis>>
}

export async function startParts(stack: TestStack, { redisStarted = true } = {}): Promise<Parts> {
  const database = stack.use(await createTestDatabase())
  const redis = stack.use(await startRedis({ started: redisStarted }))
  return { database, redis }
}

/** Quick to look, to take back and to give up. What it logs goes to `lines`. */
export async function startJobservice(
  stack: TestStack,
  { database: { settings }, redis }: Parts,
  jobs: readonly Job[],
  { lines = [], ...changes }: Partial<JobserviceOptions> & { readonly lines?: string[] } = {},
) {
  const database = new Database({ ...settings, poolSize: 4 })
  stack.defer(() => database.close())
  const service = createJobservice({
    listen: { host: '127.0.0.1', port: 0 },
    database,
    redis: redis.settings,
    jobs: createJobTable(
      jobs.map(({ name }) => name),
      jobs,
    ),
    listeners: [],
    workers: { delivery: 2, transfer: 2, scan: 2, upkeep: 2 },
    leaseSeconds: 2,
    pollMs: 50,
    graceMs: 100,
    logger: createLogger({ service: 'jobservice', level: 'warn' }, { write: (line) => void lines.push(line) }),
    checkSchema: async () => void (await database.rows({ text: 'select from job_execution limit 1', values: [] })),
    checkStorage: async () => {},
    ...changes,
  })
  let stopped: Promise<void> | undefined
  const stop = () => (stopped ??= service.stop())
  stack.defer(stop)
  const url = await service.start()
  return { url, stop }
}

interface Named {
  readonly name: string
}
type Rules = Partial<Omit<JobDefinition<Named>, 'run' | 'schema'>>

/** A job that counts its runs, and does what `work` says. */
export function countingJob({
  work,
  ...rules
}: Rules & { readonly work?: (signal: AbortSignal, run: number) => Promise<unknown> } = {}) {
  const runs: string[] = []
  const job = defineJob<Named>({
    name: 'count',
    class: 'upkeep',
    schema: z.looseObject({ name: z.string() }),
    timeLimitSeconds: 60,
    attempts: 3,
    ...rules,
    run: async (payload, { signal, progress }) => {
      runs.push(payload.name)
      progress({ runs: runs.length })
      await work?.(signal, runs.length)
      return { done: payload.name }
    },
  })
  return { job, runs }
}

export async function insertExecution(
  { pool }: TestDatabase,
  name: string,
  columns: { readonly job?: string; readonly class?: string } = {},
): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    `insert into job_execution (job, class, trigger, payload) values ($1, $2, 'manual', $3) returning id`,
    [columns.job ?? 'count', columns.class ?? 'upkeep', { name }],
  )
  return rows[0]?.id ?? ''
}

export interface ExecutionRow {
  readonly id: string
  readonly job: string
  readonly status: string
  readonly attempts: number
  readonly error: string | null
  readonly result: unknown
  readonly progress: unknown
  readonly counts: unknown
  readonly trigger: string
}

export async function executions({ pool }: TestDatabase): Promise<ExecutionRow[]> {
  const { rows } = await pool.query<ExecutionRow>(
    'select id, job, status, attempts, error, result, progress, counts, trigger from job_execution order by id',
  )
  return rows
}

export const untilStatus = (database: TestDatabase, status: string, count = 1) =>
  waitUntil(
    async () => {
      const rows = await executions(database)
      return rows.length >= count && rows.every((row) => row.status === status) && rows
    },
    { what: `${count} executions are ${status}` },
  )
