import type { Actor, EventPayload } from '@berth/contracts'
import { type Database, emitAll, type Transaction } from '@berth/database'

/** Runs that are told of at once, and artifacts that are named of each kind of outcome. */
const [RUNS, NAMED] = [10, 100]

const take = {
  name: 'take_ended_replications',
  text: `
    delete from replication_run where execution_id in (
      select r.execution_id from replication_run r join job_execution e on e.id = r.execution_id
      where e.ended_at is not null order by r.execution_id limit ${RUNS} for update of r skip locked)
    returning execution_id as id, about`,
}

/** For each project here that a run has to do with. */
const sum = {
  name: 'sum_ended_replications',
  text: `
    select e.id, e.trigger, e.status, e.started_at, e.subject_id::int as policy_id, ended.about,
      project.id as project_id, project.name as project,
      (count(*) filter (where t.status = 'success'))::int as succeeded, (count(*) filter (where t.status <> 'success'))::int as failed,
      coalesce((array_agg(left(t.payload->>'src_resource', 255) order by t.id) filter (where t.status = 'success'))[1:${NAMED}], '{}')
        as "succeededNames",
      coalesce((array_agg(left(t.payload->>'src_resource', 255) order by t.id) filter (where t.status <> 'success'))[1:${NAMED}], '{}')
        as "failedNames"
    from jsonb_to_recordset($1) as ended (id bigint, about jsonb)
    join job_execution e on e.id = ended.id
    join job_execution t on t.parent_id = e.id
    join project on project.name
      = split_part(t.payload->>(case when ended.about->>'direction' = 'push' then 'repository' else 'destination' end), '/', 1)
    group by e.id, ended.about, project.id order by e.id, project.id`,
}

type Told = EventPayload<'replication.finished'>

interface Row {
  id: string
  trigger: string
  status: string
  started_at: Date
  policy_id: number
  about: Pick<
    Told,
    | 'policy'
    | 'creator'
    | 'override'
    | 'direction'
    | 'registry'
    | 'registry_type'
    | 'endpoint'
    | 'signed_in'
    | 'namespace'
  >
  project_id: number
  project: string
  succeeded: number
  failed: number
  succeededNames: string[]
  failedNames: string[]
}

/** Writes down of each run that has ended what came of it, for every project here that it has to do with. @returns that there is more */
export function tellReplications(database: Database): Promise<boolean> {
  return database.transaction(async (transaction) => {
    const ended = await transaction.query<{ id: string; about: object }>(take)
    if (ended.length > 0) await tell(transaction, ended)
    return ended.length === RUNS
  })
}

async function tell(transaction: Transaction, ended: readonly object[]): Promise<void> {
  const rows = await transaction.query<Row & Record<string, unknown>>(sum, [JSON.stringify(ended)])
  const events = rows.map((row) => ({ payload: toldOf(row), actor: actorOf(row) }))
  if (events.length > 0) await emitAll(transaction, 'replication.finished', events)
}

const actorOf = ({ id }: Row): Actor => ({ kind: 'system', id: Number(id), name: 'replication' })

const toldOf = (row: Row): Told => ({
  ...row.about,
  project_id: row.project_id,
  project: row.project,
  policy_id: row.policy_id,
  execution_id: Number(row.id),
  started: Math.floor(row.started_at.getTime() / 1000),
  trigger: row.trigger,
  status: row.failed === 0 ? 'success' : row.status,
  succeeded: row.succeeded,
  failed: row.failed,
  succeeded_names: row.succeededNames,
  failed_names: row.failedNames,
})
