import type { Database, Queryable } from '@berth/database'

/*
 * What a project and its repositories hold: each blob that is linked once, and manifests, as a quota counts them. Of that, what is their
 * own: of a repository what no other one of its project links, of a project what no other project links. And what waits to be freed: no
 * artifact that is there needs it, for those that did are deleted, or none has come yet. Nothing of it is kept where
 * links change, for a link would change the numbers of whoever else has the blob. A small project is counted when somebody asks, a large
 * one by the job `count-usage`.
 */

/** Links and artifacts up to which a project is small. Counting that many takes some 50 ms. */
const SMALL = 10_000

/** Of the project `$1`: `sums` of its repositories, and the `whole`. */
const counted = `
  needed as materialized (
    select distinct a.repository_id, u.digest from repository r
    join artifact a on a.repository_id = r.id and a.deleted_at is null join artifact_blob u on u.artifact_id = a.id
    where r.project_id = $1
  ), links as materialized (
    select l.digest, l.repository_id, b.size, n.digest is null as waits from repository r
    join repository_blob l on l.repository_id = r.id join blob b on b.digest = l.digest
    left join needed n on n.repository_id = l.repository_id and n.digest = l.digest
    where r.project_id = $1
  ), held as materialized (
    select digest, size, count(*) as holders, min(repository_id) as repository_id, bool_and(waits) as waits
    from links group by digest, size
  ), manifests as materialized (
    select a.repository_id, a.deleted_at is not null as waits, sum(octet_length(a.manifest)) as bytes
    from artifact a join repository r on r.id = a.repository_id where r.project_id = $1 group by 1, 2
  ), sums as materialized (
    select repository_id, sum(bytes) as bytes, sum(own_bytes) as own_bytes, coalesce(sum(bytes) filter (where waits), 0) as waiting_bytes
    from (
      select id as repository_id, 0 as bytes, 0 as own_bytes, false as waits from repository where project_id = $1
      union all select repository_id, size, 0, waits from links
      union all select repository_id, 0, size, false from held where holders = 1
      union all select repository_id, bytes, bytes, waits from manifests
    ) part group by repository_id
  ), whole as (
    select coalesce(sum(bytes), 0) as bytes, coalesce(sum(bytes) filter (where is_own), 0) as own_bytes,
      coalesce(sum(bytes) filter (where waits), 0) as waiting_bytes, now() as counted_at
    from (
      select size as bytes, not exists (
        select from repository_blob o join repository r on r.id = o.repository_id
        where o.digest = held.digest and r.project_id <> $1) as is_own, waits from held
      union all select bytes, true, waits from manifests
    ) part
  )`

/** The same as it was counted last. The quota knows what the project holds now. */
const kept = `
  sums as (
    select u.* from repository_usage u join repository r on r.id = u.repository_id where r.project_id = $1
  ), whole as (
    select greatest(0, q.used_bytes + coalesce((select sum(d.bytes) from quota_delta d where d.project_id = $1), 0)) as bytes,
      u.own_bytes, u.waiting_bytes, u.counted_at
    from project_usage u join quota q on q.project_id = u.project_id where u.project_id = $1
  )`

/** Repositories: the largest `$2`, or `$3` alone. */
const told = `
  select whole.bytes::float8 as size, whole.own_bytes::float8 as "ownSize", whole.counted_at as "countedAt",
    least(whole.waiting_bytes, whole.bytes)::float8 as "waitingSize",
    greatest(0, whole.bytes - (select sum(own_bytes) from sums))::float8 as "sharedSize",
    (select coalesce(json_agg(json_build_object('name', name, 'size', bytes, 'ownSize', own_bytes, 'waitingSize', waiting_bytes)
        order by bytes desc, name), '[]')
      from (
        select r.name, s.bytes, s.own_bytes, s.waiting_bytes from sums s join repository r on r.id = s.repository_id
        where $3::bigint is null or r.id = $3 order by s.bytes desc, r.name limit $2
      ) largest) as repositories
  from whole`

const count = { name: 'count_usage', text: `with ${counted} ${told}` }
const read = { name: 'read_usage', text: `with ${kept} ${told}` }

const isSmall = {
  name: 'is_small_project',
  text: `
    select (select coalesce(sum(artifact_count), 0) from repository where project_id = $1) <= $2 and (
      select count(*) from (
        select from repository r join repository_blob l on l.repository_id = r.id where r.project_id = $1 limit $2::int + 1
      ) few) <= $2 as small`,
}

/** Those that have changed since they were counted, and all of them once a day: others may have taken, or given up, what they hold. */
const due = {
  name: 'list_projects_to_count',
  text: `
    select p.id from project p left join project_usage u on u.project_id = p.id
    where u.counted_at is null or u.counted_at < now() - interval '1 day' or exists (
      select from repository r where r.project_id = p.id and r.updated_at > u.counted_at)
    order by p.id`,
}

const keep = {
  name: 'keep_usage',
  text: `
    with ${counted}, of_project as (
      insert into project_usage (project_id, own_bytes, waiting_bytes)
      select p.id, whole.own_bytes, whole.waiting_bytes from project p, whole where p.id = $1
      on conflict (project_id) do update
      set own_bytes = excluded.own_bytes, waiting_bytes = excluded.waiting_bytes, counted_at = now()
    )
    insert into repository_usage (repository_id, bytes, own_bytes, waiting_bytes)
    select repository_id, bytes, own_bytes, waiting_bytes from sums
    on conflict (repository_id) do update
    set bytes = excluded.bytes, own_bytes = excluded.own_bytes, waiting_bytes = excluded.waiting_bytes`,
}

/** Of the disk: blobs that no artifact of any project needs. */
const countWaiting = {
  name: 'count_waiting',
  text: `
    select coalesce(sum(b.size), 0) as bytes from blob b where not exists (
      select from artifact_blob u join artifact a on a.id = u.artifact_id where u.digest = b.digest and a.deleted_at is null)`,
}

const keepWaiting = { name: 'keep_waiting', text: 'update storage set waiting_bytes = $1' }

/** Bytes that are held, of them those that nobody else holds, and those that wait to be freed. */
interface Held {
  readonly size: number
  readonly ownSize: number
  readonly waitingSize: number
}

export interface ProjectUsage extends Held {
  /** What several of its repositories hold, each blob once. */
  readonly sharedSize: number
  readonly countedAt: Date
  readonly repositories: readonly (Held & { readonly name: string })[]
}

/**
 * @param which the largest repositories are told of, this many, or one by its id
 * @returns undefined where the project is large and has not been counted yet
 */
export async function findUsage(
  db: Queryable,
  projectId: number,
  which: { readonly largest: number } | { readonly repositoryId: string | number },
): Promise<ProjectUsage | undefined> {
  const [size] = await db.query<{ small: boolean }>(isSmall, [projectId, SMALL])
  const values = 'largest' in which ? [projectId, which.largest, null] : [projectId, 1, which.repositoryId]
  const [usage] = await db.query<ProjectUsage & Record<string, unknown>>(size?.small ? count : read, values)
  return usage
}

/** Projects whose kept numbers are old. */
export async function listProjectsToCount(db: Queryable): Promise<number[]> {
  return (await db.query<{ id: number }>(due)).map(({ id }) => id)
}

/** Counts a project, of whatever size, for who asks later. */
export function keepUsage(db: Database, projectId: number): Promise<void> {
  return db.transaction(async (transaction) => void (await transaction.query(keep, [projectId])))
}

/** Counts what waits to be freed on the disk. In two steps: pushes, which change the same row, do not wait while it is counted. */
export async function keepWaitingBytes(db: Queryable): Promise<void> {
  const [found] = await db.query<{ bytes: string }>(countWaiting)
  await db.query(keepWaiting, [found?.bytes ?? 0])
}
