import type { RepositoryName, UploadId } from '@berth/oci'
import type { Database, Queryable } from './database.js'
import { checkQuota } from './quota.js'
import { ensureRepository } from './repositories.js'

/* An upload that a crash of PostgreSQL forgets is begun again by its client: these rows need not wait for the disk. */
const start = {
  name: 'start_upload',
  text: `
    with relaxed as materialized (select set_config('synchronous_commit', 'off', true))
    insert into upload (id, repository_id, started_by) select $1, $2, $3 from relaxed`,
}

const has = {
  name: 'has_upload',
  text: 'select from upload u join repository r on r.id = u.repository_id where u.id = $1 and r.name = $2',
}

const touch = {
  name: 'touch_upload',
  text: `
    with relaxed as materialized (select set_config('synchronous_commit', 'off', true))
    update upload set size = $2, touched_at = now() from relaxed where id = $1`,
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
  const { id: repositoryId, projectId } = await ensureRepository(db, repository)
  await checkQuota(db, projectId, 0)
  await db.query(start, [id, repositoryId, startedBy])
}

export async function hasUpload(db: Queryable, repository: RepositoryName, id: UploadId): Promise<boolean> {
  return (await db.query(has, [id, repository])).length > 0
}

export async function touchUpload(db: Queryable, id: UploadId, size: number): Promise<void> {
  await db.query(touch, [id, size])
}

export async function endUpload(db: Queryable, repository: RepositoryName, id: UploadId): Promise<boolean> {
  return (await db.query(end, [id, repository])).length > 0
}

export async function purgeUploads(db: Queryable, before: Date, limit: number): Promise<UploadId[]> {
  return (await db.query<{ id: UploadId }>(purge, [before, limit])).map((row) => row.id)
}
