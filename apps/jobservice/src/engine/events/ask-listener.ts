import { platform } from '@berth/contracts'
import type { Statement, Transaction } from '@berth/database'
import type { JobTable } from '../job-table.js'
import type { DispatchedEvent, Listener, NewExecution } from './listener.js'

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

/** Asks a listener, and adds what it wants. Where it rejects, or wants what it cannot have, nothing has changed. */
export function askListener(
  transaction: Transaction,
  jobs: JobTable,
  listener: Listener,
  events: readonly DispatchedEvent[],
): Promise<void> {
  return transaction.attempt(async () => {
    const executions = await listener.find(transaction, events)
    if (executions.length > 0) await add(transaction, jobs, listener, executions)
  })
}

async function add(
  transaction: Transaction,
  jobs: JobTable,
  listener: Listener,
  executions: readonly NewExecution[],
): Promise<void> {
  const strange = executions.find(({ job }) => !listener.jobs.includes(job))
  if (strange) throw new Error(`The listener ${listener.name} wants the job ${strange.job}, which is none of its own.`)
  await transaction.query(addExecutions, [
    executions.map(({ job }) => job),
    executions.map(({ job }) => jobs.get(job)?.class),
    executions.map(({ subject = platform }) => subject.kind),
    executions.map(({ subject = platform }) => subject.id),
    executions.map(({ payload }) => JSON.stringify(payload)),
  ])
}
