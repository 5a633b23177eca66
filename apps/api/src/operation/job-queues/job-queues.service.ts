import { Injectable } from '@nestjs/common'
import { type Actor, jobContracts, type JobName, type rest, SCHEDULER } from '@berth/contracts'
import { emitAll, type Transaction } from '@berth/database'
import sql from 'sql-template-tag'
import type { z } from 'zod'
import { Database } from '../../database/database.js'
import { type Queue, queues, queuesNamed } from './job-type.js'

export type JobQueue = z.output<typeof rest.jobQueue>
type Action = z.output<typeof rest.queueAction>['action']

interface JobNumbers {
  readonly job: string
  readonly paused: boolean
  readonly waiting: number
  readonly delayed: number
  readonly running: number
  readonly failed: number
  readonly latency: number
}

const classes = new Map<string, (typeof jobContracts)[JobName]['class']>(
  Object.entries(jobContracts).map(([name, contract]) => [name, contract.class]),
)

/** What waits to be done, and whether it may begin. PostgreSQL knows it all, whatever becomes of Redis. */
@Injectable()
export class JobQueuesService {
  constructor(private readonly database: Database) {}

  async list(): Promise<JobQueue[]> {
    const rows = await this.database.rows<JobNumbers>(sql`
      with open as (
        select job, count(*) filter (where status = 'pending')::int as waiting,
          count(*) filter (where status = 'pending' and lease_until > now())::int as delayed,
          count(*) filter (where status = 'running')::int as running,
          coalesce(extract(epoch from now() - min(coalesce(lease_until, created_at))
            filter (where status = 'pending' and (lease_until is null or lease_until <= now()))), 0)::int as latency
        from job_execution where status in ('pending', 'running') group by job
      ), failures as (
        select job, count(*)::int as failed from job_execution
        where status = 'error' and ended_at > now() - interval '1 day' group by job
      )
      select j.job, exists (select from job_pause p where p.job = j.job) as paused, coalesce(waiting, 0) as waiting,
        coalesce(delayed, 0) as delayed, coalesce(running, 0) as running, coalesce(failed, 0) as failed, coalesce(latency, 0) as latency
      from unnest(${queues.flatMap(({ jobs }) => jobs)}::text[]) j (job)
      left join open on open.job = j.job left join failures on failures.job = j.job`)
    const numbers = new Map(rows.map((row) => [row.job, row]))
    return queues.map((queue) =>
      toQueue(
        queue,
        queue.jobs.flatMap((job) => numbers.get(job) ?? []),
      ),
    )
  }

  /** @throws {UserError} QUEUE_NOT_FOUND */
  async act(name: string, action: Action, actor: Actor): Promise<void> {
    const named = queuesNamed(name)
    await this.database.transaction((transaction) => actions[action](transaction, named, actor))
  }

  async isSchedulerPaused(): Promise<boolean> {
    const row = await this.database.row<{ paused: boolean }>(
      sql`select exists (select from job_pause where job = ${SCHEDULER}) as paused`,
    )
    return row?.paused === true
  }
}

function toQueue({ type, jobs }: Queue, numbers: readonly JobNumbers[]): JobQueue {
  const sum = (of: (one: JobNumbers) => number) => numbers.reduce((total, one) => total + of(one), 0)
  return {
    job_type: type,
    count: sum(({ waiting }) => waiting),
    latency: Math.max(0, ...numbers.map(({ latency }) => latency)),
    paused: numbers.some(({ paused }) => paused),
    class: classes.get(jobs[0] ?? '') ?? null,
    running: sum(({ running }) => running),
    delayed: sum(({ delayed }) => delayed),
    failed: sum(({ failed }) => failed),
  }
}

const actions = { pause, resume, stop } satisfies Record<Action, unknown>

async function pause(transaction: Transaction, named: readonly Queue[], actor: Actor): Promise<void> {
  const rows = await transaction.rows<{ job: string }>(sql`
    insert into job_pause (job) select unnest(${jobsOf(named)}::text[]) on conflict do nothing returning job`)
  await tell(transaction, 'queue.paused', changed(named, rows), actor)
}

async function resume(transaction: Transaction, named: readonly Queue[], actor: Actor): Promise<void> {
  const rows = await transaction.rows<{ job: string }>(sql`
    delete from job_pause where job = any (${jobsOf(named)}::text[]) returning job`)
  await tell(transaction, 'queue.resumed', changed(named, rows), actor)
}

/** Ends what waits. What a worker is about to begin at this moment is left to it: it runs then, and can be stopped as such. */
async function stop(transaction: Transaction, named: readonly Queue[], actor: Actor): Promise<void> {
  const rows = await transaction.rows<{ job: string; jobs: number }>(sql`
    with waiting as (
      select id from job_execution where status = 'pending' and job = any (${jobsOf(named)}::text[])
      order by id for update skip locked
    ), stopped as (
      update job_execution e set status = 'stopped', ended_at = now(), lease_until = null
      from waiting where e.id = waiting.id returning e.job
    )
    select job, count(*)::int as jobs from stopped group by job`)
  const events = named.flatMap(({ type, jobs }) => {
    const ended = rows.filter(({ job }) => jobs.some((one) => one === job))
    const count = ended.reduce((total, one) => total + one.jobs, 0)
    return count === 0 ? [] : [{ payload: { queue: type, jobs: count }, actor }]
  })
  if (events.length > 0) await emitAll(transaction, 'queue.stopped', events)
}

const jobsOf = (named: readonly Queue[]) => named.flatMap(({ jobs }) => jobs)
const changed = (named: readonly Queue[], rows: readonly { readonly job: string }[]) =>
  named.filter(({ jobs }) => rows.some(({ job }) => jobs.includes(job)))

async function tell(
  transaction: Transaction,
  type: 'queue.paused' | 'queue.resumed',
  named: readonly Queue[],
  actor: Actor,
): Promise<void> {
  if (named.length === 0) return
  await emitAll(
    transaction,
    type,
    named.map((queue) => ({ payload: { queue: queue.type }, actor })),
  )
}
