import type { Queryable } from '@berth/database'

const findBefore = {
  name: 'find_replication_before',
  text: `
    select id from job_execution
    where job = 'replication' and subject_kind = 'replication' and subject_id = $1 and id < $2 and status in ('pending', 'running')
      and not payload ? 'changes'
    order by id desc limit 1`,
}

const begin = {
  name: 'begin_replication',
  text: `
    insert into replication_run (execution_id, about)
    select e.id, jsonb_build_object('policy', p.name, 'creator', p.creator, 'override', p.override,
      'direction', case when p.src_registry_id is null then 'push' else 'pull' end, 'registry', r.name, 'registry_type', r.type,
      'endpoint', r.url, 'signed_in', r.access_key <> '', 'namespace', p.dest_namespace)
    from job_execution e
      join replication_policy p on p.id = e.subject_id
      join registry_endpoint r on r.id = coalesce(p.src_registry_id, p.dest_registry_id)
    where e.id = $1
    on conflict do nothing`,
}

/** Has the end of a run be told of, in the words of its policy as it is now. */
export async function beginRun(db: Queryable, run: number | undefined): Promise<void> {
  await db.query(begin, [run])
}

const listSources = {
  name: 'list_sources_of_replications',
  text: `
    select e.id, p.src_registry_id as source from job_execution e join replication_policy p on p.id = e.subject_id
    where e.id = any ($1::bigint[]) and e.subject_kind = 'replication' and p.src_registry_id is not null`,
}

/** The registries from which executions bring something here, by the ids of the executions. */
export async function listSourcesOfRuns(db: Queryable, ids: readonly number[]): Promise<Map<number, number>> {
  const rows = await db.query<{ id: string; source: number }>(listSources, [ids])
  return new Map(rows.map(({ id, source }) => [Number(id), source]))
}

/** A run of the policy that was begun before, and has not ended. */
export async function findRunBefore(db: Queryable, policyId: number, run: number): Promise<string | undefined> {
  const [row] = await db.query<{ id: string }>(findBefore, [policyId, run])
  return row?.id
}
