import { eventTable, isEventType, platform } from '@berth/contracts'
import type { Database, Statement, Transaction } from '@berth/database'
import type { Logger } from '@berth/telemetry'
import sql from 'sql-template-tag'
import type { JobTable } from '../job-table.js'
import type { DispatchedEvent, Listener, NewExecution } from './listener.js'

interface Row {
  readonly id: string
  /** Null where the event has been purged meanwhile. */
  readonly type: string | null
  readonly at: Date
  readonly payload: object
  readonly actor: DispatchedEvent['actor']
}

/** One dispatcher at a time: two batches side by side would end in any order. */
const lock = sql`select pg_try_advisory_xact_lock(hashtextextended('berth: dispatch', 0)) as held`

/** By id, for of two changes of one thing the later one has the higher. One that is committed late is simply there in a later batch. */
const take: Statement = {
  name: 'take_events',
  text: `
  with due as (
    delete from outbox where event_id in (select event_id from outbox order by event_id limit $1)
    returning event_id, event_at
  )
  select due.event_id as id, e.type, e.at,
    e.payload || jsonb_strip_nulls(jsonb_build_object(
      'project_id', e.project_id, 'repository_id', e.repository_id, 'repository', e.repository)) as payload,
    jsonb_strip_nulls(jsonb_build_object('kind', e.actor_kind, 'id', e.actor_id, 'name', e.actor_name,
      'address', e.address, 'requestId', e.request_id)) as actor
  from due left join event e on e.at = due.event_at and e.id = due.event_id
  order by due.event_id`,
}

/** In the order given: executions begin by their ids. */
const addExecutions: Statement = {
  name: 'add_executions_of_events',
  text: `
  insert into job_execution (job, class, subject_kind, subject_id, trigger, payload)
  select job, class, subject_kind, subject_id, 'event', payload
  from unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::jsonb[]) with ordinality
    as new (job, class, subject_kind, subject_id, payload, place)
  order by place`,
}

/**
 * Takes a batch of events from the outbox and adds the executions that follow from them, in one transaction: each event is dispatched
 * once, whatever happens to this process meanwhile. Several services may call this at the same time; one of them works.
 *
 * @returns how many events were taken; fewer than `limit` means that no more are waiting, or that another service is at it
 */
export function dispatchEvents(
  database: Database,
  jobs: JobTable,
  listeners: readonly Listener[],
  logger: Logger,
  limit: number,
): Promise<number> {
  return database.transaction(async (transaction) => {
    if (!(await transaction.row<{ readonly held: boolean }>(lock))?.held) return 0
    const rows = await transaction.query<Row>(take, [limit])
    const events = rows.flatMap((row) => read(row, logger))
    const executions: NewExecution[] = []
    for (const listener of listeners) executions.push(...(await ask(transaction, listener, events)))
    if (executions.length > 0) await add(transaction, jobs, executions)
    return rows.length
  })
}

async function add(transaction: Transaction, jobs: JobTable, executions: readonly NewExecution[]): Promise<void> {
  const unknown = executions.find(({ job }) => !jobs.has(job))
  if (unknown) throw new Error(`A listener wants the job ${unknown.job}, which has no handler.`)
  await transaction.query(addExecutions, [
    executions.map(({ job }) => job),
    executions.map(({ job }) => jobs.get(job)?.class),
    executions.map(({ subject = platform }) => subject.kind),
    executions.map(({ subject = platform }) => subject.id),
    executions.map(({ payload }) => JSON.stringify(payload)),
  ])
}

/** What a newer or broken writer wrote is passed over: held back, it would hold back every event after it. Its row stays readable. */
function read({ id, type, at, payload, actor }: Row, logger: Logger): DispatchedEvent[] {
  if (type === null) return []
  const parsed = isEventType(type) ? eventTable[type].safeParse(payload) : undefined
  if (!parsed?.success) {
    logger.error({ err: parsed?.error, event: id, type }, 'event not understood')
    return []
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the payload is what its type's schema yields
  return [{ id, type, at, payload: parsed.data, actor } as DispatchedEvent]
}

async function ask(
  transaction: Transaction,
  listener: Listener,
  events: readonly DispatchedEvent[],
): Promise<readonly NewExecution[]> {
  const heard = events.filter(({ type }) => listener.events.includes(type))
  return heard.length === 0 ? [] : listener.find(transaction, heard)
}
