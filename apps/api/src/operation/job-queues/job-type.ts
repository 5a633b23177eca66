import { jobTypes, SCHEDULER, UserError } from '@berth/contracts'
import sql, { type Sql } from 'sql-template-tag'

/** Types of jobs whose names say something else. */
const others = Object.fromEntries(
  [...jobTypes].flatMap(([type, jobs]) =>
    jobs.filter((job) => job.toUpperCase().replaceAll('-', '_') !== type).map((job) => [job, type]),
  ),
)

/** The type of the job that a column names, as `jobTypeOf` has it. */
export const typeColumn = (job: Sql): Sql =>
  sql`coalesce(${JSON.stringify(others)}::jsonb ->> ${job}, upper(replace(${job}, '-', '_')))`

/** What a queue holds back while it is paused. */
export interface Queue {
  readonly type: string
  /** As `job_pause` names them. */
  readonly jobs: readonly string[]
}

/** Every queue, the one of the schedules last. */
export const queues: readonly Queue[] = [
  ...[...jobTypes].map(([type, jobs]) => ({ type, jobs })).toSorted((one, other) => (one.type < other.type ? -1 : 1)),
  { type: SCHEDULER, jobs: [SCHEDULER] },
]

/** Whom a client means, in whatever case: one, or `all`. @throws {UserError} QUEUE_NOT_FOUND */
export function queuesNamed(name: string): readonly Queue[] {
  if (name.toLowerCase() === 'all') return queues
  const found = queues.filter(({ type }) => type === name.toUpperCase())
  if (found.length === 0) throw new UserError('QUEUE_NOT_FOUND', { queue: name })
  return found
}
