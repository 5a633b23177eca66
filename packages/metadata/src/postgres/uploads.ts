import { DistributionError, type RepositoryName, type UploadId } from '@berth/oci'
import type { Database, Queryable } from './database.js'
import { passedLimit, refuseOver } from './quota.js'
import { ensureRepository } from './repositories.js'

/* An upload that a crash of PostgreSQL forgets is begun again by its client: these rows need not wait for the disk. */
const start = {
  name: 'start_upload',
  text: `
    with relaxed as materialized (select set_config('synchronous_commit', 'off', true)), target as (
      select r.id, ${passedLimit('r.project_id', '0')} as passed from repository r, relaxed where r.name = $2
    ), started as (
      insert into upload (id, repository_id, started_by) select $1, id, $3 from target where passed is null
    )
    select passed from target`,
}

/** Writes where it was last touched a while ago, which is rare: a client sends its chunks one after the other. */
const has = {
  name: 'has_upload',
  text: `
    with found as (
      select u.id, u.touched_at < now() - interval '10 minutes' as stale
      from upload u join repository r on r.id = u.repository_id where u.id = $1 and r.name = $2
    ), touched as (
      update upload set touched_at = now() from found where found.stale and upload.id = found.id
    )
    select from found`,
}

const end = {
  name: 'end_upload',
  text: `
    delete from upload u using repository r
    where u.id = $1 and r.id = u.repository_id and r.name = $2 returning u.id`,
}

const purge = {
  name: 'purge_uploads',
  text: `
    delete from upload where id in (
      select id from upload where touched_at < $1 order by touched_at limit $2 for update skip locked
    ) returning id`,
}

export async function startUpload(
  db: Database,
  repository: RepositoryName,
  id: UploadId,
  startedBy: string | undefined,
): Promise<void> {
  const begin = () => db.query<{ passed: string | null }>(start, [id, repository, startedBy])
  let [target] = await begin()
  if (!target) {
    await ensureRepository(db, repository)
    ;[target] = await begin()
  }
  // Made, and deleted at once.
  if (!target) throw new DistributionError('NAME_UNKNOWN')
  refuseOver(target.passed)
}

export async function hasUpload(db: Queryable, repository: RepositoryName, id: UploadId): Promise<boolean> {
  return (await db.query(has, [id, repository])).length > 0
}

export async function endUpload(db: Queryable, repository: RepositoryName, id: UploadId): Promise<boolean> {
  return (await db.query(end, [id, repository])).length > 0
}

export async function purgeUploads(db: Queryable, before: Date, limit: number): Promise<UploadId[]> {
  return (await db.query<{ id: UploadId }>(purge, [before, limit])).map((row) => row.id)
}
