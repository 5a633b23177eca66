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
    returning execution_id as id`,
}

/** For each project here that a run has to do with. */
const sum = {
  name: 'sum_ended_replications',
  text: `
    select e.id, e.trigger, e.status, e.started_at, p.id as policy_id, p.name as policy, p.creator, p.override,
      (p.src_registry_id is null) as pushed, r.name as registry, r.type as registry_type, r.url as endpoint, r.access_key <> '' as signed_in,
      p.dest_namespace as namespace, project.id as project_id, project.name as project,
      (count(*) filter (where t.status = 'success'))::int as succeeded, (count(*) filter (where t.status <> 'success'))::int as failed,
      coalesce((array_agg(left(t.payload->>'src_resource', 255) order by t.id) filter (where t.status = 'success'))[1:${NAMED}], '{}')
        as "succeededNames",
      coalesce((array_agg(left(t.payload->>'src_resource', 255) order by t.id) filter (where t.status <> 'success'))[1:${NAMED}], '{}')
        as "failedNames"
    from job_execution e
    join replication_policy p on p.id = e.subject_id
    join registry_endpoint r on r.id = coalesce(p.src_registry_id, p.dest_registry_id)
    join job_execution t on t.parent_id = e.id
    join project on project.name
      = split_part(t.payload->>(case when p.src_registry_id is null then 'repository' else 'destination' end), '/', 1)
    where e.id = any ($1::bigint[])
    group by e.id, p.id, r.id, project.id order by e.id, project.id`,
}

interface Row {
  id: string
  trigger: string
  status: string
  started_at: Date
  policy_id: number
  policy: string
  creator: string
  override: boolean
  pushed: boolean
  registry: string
  registry_type: string
  endpoint: string
  signed_in: boolean
  namespace: string
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
    const ended = await transaction.query<{ id: string }>(take)
    if (ended.length > 0)
      await tell(
        transaction,
        ended.map(({ id }) => id),
      )
    return ended.length === RUNS
  })
}

async function tell(transaction: Transaction, ids: readonly string[]): Promise<void> {
  const rows = await transaction.query<Row & Record<string, unknown>>(sum, [ids])
  const events = rows.map((row) => ({ payload: toldOf(row), actor: actorOf(row) }))
  if (events.length > 0) await emitAll(transaction, 'replication.finished', events)
}

const actorOf = ({ id }: Row): Actor => ({ kind: 'system', id: Number(id), name: 'replication' })

const toldOf = (row: Row): EventPayload<'replication.finished'> => ({
  project_id: row.project_id,
  project: row.project,
  policy_id: row.policy_id,
  policy: row.policy,
  creator: row.creator,
  execution_id: Number(row.id),
  started: Math.floor(row.started_at.getTime() / 1000),
  trigger: row.trigger,
  status: row.failed === 0 ? 'success' : row.status,
  override: row.override,
  direction: row.pushed ? 'push' : 'pull',
  registry: row.registry,
  registry_type: row.registry_type,
  endpoint: row.endpoint,
  signed_in: row.signed_in,
  namespace: row.namespace,
  succeeded: row.succeeded,
  failed: row.failed,
  succeeded_names: row.succeededNames,
  failed_names: row.failedNames,
})
