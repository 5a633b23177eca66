import { DistributionError, type Digest, type RepositoryName } from '@berth/oci'
import type { FinishedUpload, LinkedBlob, MountSource } from '../registry-metadata.js'
import type { Database, Queryable, Transaction } from '@berth/database'
import { endLeases } from './lease.js'
import { atPlaces } from './look-ups.js'
import { checkQuota } from './rules/quota.js'
import { ensureRepository } from './repositories.js'

/*
 * Who locks what. A link stands for the bytes of its blob: while it is there, so is the file, unless the blob's row says that it was
 * found to be missing. Then the blob counts as absent, for reading, mounting and pushing alike, until its bytes are uploaded again.
 * - Linking (commit of an upload, mount, unlink) holds the blob's row `for no key update`, so that links of one digest change one at
 *   a time and a project is charged for it once.
 * - Reclaim unlinks first. Then it holds the row `for update` and deletes the file before it commits: whoever wants the digest waits,
 *   then finds it gone; and where PostgreSQL forgets the row's end, what is back is a row without a link, which nobody takes for bytes.
 * - Scrub holds the row `for update`, too, or where there is none one of its own that it takes back.
 * - Pushing or restoring a manifest holds its links `for key share`; reclaim and unlinking lock links `for update`, and look for users
 *   in a later statement.
 */
const find = {
  name: 'find_blobs',
  text: `
    select w.place, b.size, l.linked_at
    from unnest($1::text[], $2::text[]) with ordinality as w (repository, digest, place)
    cross join lateral (select id from repository where name = w.repository limit 1) r
    cross join lateral (select linked_at from repository_blob where repository_id = r.id and digest = w.digest limit 1) l
    join blob b on b.digest = w.digest and b.missing_since is null`,
}

const keep = {
  name: 'keep_blob',
  text: `
    update repository_blob set linked_at = now()
    where repository_id = (select id from repository where name = $1) and digest = $2
    returning digest`,
}

/**
 * Stores a blob. One that nobody had before (fresh) is linked and charged at once: nobody else can be about to do so. Any other one is
 * linked by a statement of its own, which sees what was done while this one waited for the blob's row. What counted as under way is a blob
 * from then on: its bytes never count twice.
 */
const commit = {
  name: 'commit_upload',
  text: `
    with target as (
      select id, project_id from repository where name = $1
    ), stored as (
      insert into blob (digest, size) select $2, $3::bigint from target
      on conflict (digest) do update set size = excluded.size, missing_since = null
      returning xmax = 0 as fresh
    ), linked as (
      insert into repository_blob (repository_id, digest) select id, $2 from target, stored where fresh
    ), looked_at as (
      insert into reclaim (digest, not_before) select $2, now() from stored where fresh
    ), charged as (
      insert into quota_delta (project_id, bytes)
      select project_id, $3::bigint from target, stored where fresh and $3::bigint > 0
    ), grown as (
      insert into storage_delta (bytes) select $3::bigint from stored where fresh and $3::bigint > 0
    ), released as (
      delete from open_upload where id = $4
    )
    select id, project_id, fresh, exists (
      select from quota q where q.project_id = target.project_id and q.hard_bytes >= 0) as limited
    from target, stored`,
}

/**
 * Links, charges the project where it had no link yet (a row then), and has reclaim look at the blob after a while, in case no manifest
 * comes.
 */
const insertLink = {
  name: 'link_blob',
  text: `
    with linked as (
      insert into repository_blob (repository_id, digest) values ($1, $2)
      on conflict (repository_id, digest) do update set linked_at = now()
      returning xmax = 0 as fresh
    ), looked_at as (
      insert into reclaim (digest, not_before) values ($2, now())
      on conflict (digest) do update set not_before = now()
    )
    insert into quota_delta (project_id, bytes)
    select $3, $4::bigint from linked
    where fresh and $4::bigint > 0 and not exists (
      select from repository_blob l join repository r on r.id = l.repository_id where l.digest = $2 and r.project_id = $3
    )
    returning project_id`,
}

const lockMountable = {
  name: 'lock_mountable_blob',
  text: `
    select b.size from blob b
    where b.digest = $1 and b.missing_since is null and exists (
      select from repository_blob l join repository r on r.id = l.repository_id join project p on p.id = r.project_id
      where l.digest = $1 and (r.name = any ($2) or ($3 and p.public) or p.registry_id = $4)
    )
    for no key update of b`,
}

const lock = { name: 'lock_blob', text: 'select from blob where digest = $1 for no key update' }

/** In a statement of its own: the next one then sees the manifests that came back, or came, while this one waited. */
const lockLink = {
  name: 'lock_link',
  text: `
    select from repository_blob l join repository r on r.id = l.repository_id
    where r.name = $1 and l.digest = $2 for update of l`,
}

const findUser = {
  name: 'find_user_of_blob',
  text: `
    select a.digest from artifact a join artifact_blob u on u.artifact_id = a.id join repository r on r.id = a.repository_id
    where r.name = $1 and u.digest = $2 and a.deleted_at is null limit 1`,
}

const unlink = {
  name: 'unlink_blob',
  text: `
    with gone as (
      delete from repository_blob l using repository r, blob b
      where r.name = $1 and l.repository_id = r.id and l.digest = $2 and b.digest = l.digest
      returning r.id, r.project_id, b.size
    ), looked_at as (
      insert into reclaim (digest, not_before) select $2, now() from gone
      on conflict (digest) do update set not_before = now()
    ), charged as (
      insert into quota_delta (project_id, bytes)
      select project_id, -size from gone
      where size > 0 and not exists (
        select from repository_blob l join repository r on r.id = l.repository_id
        where l.digest = $2 and r.project_id = gone.project_id and r.id <> gone.id
      )
    )
    select id from gone`,
}

export interface BlobKey {
  readonly repository: RepositoryName
  readonly digest: Digest
}

/** @returns for each key its blob, at the key's place */
export async function findBlobs(db: Queryable, keys: readonly BlobKey[]): Promise<(LinkedBlob | undefined)[]> {
  const rows = await db.query<{ place: string; size: string; linked_at: Date }>(find, [
    keys.map((key) => key.repository),
    keys.map((key) => key.digest),
  ])
  return atPlaces(rows, keys, (row) => ({ size: Number(row.size), linkedAt: row.linked_at }))
}

export async function keepBlob(db: Queryable, repository: RepositoryName, digest: Digest): Promise<boolean> {
  return (await db.query(keep, [repository, digest])).length > 0
}

interface Committed {
  id: string
  project_id: number
  fresh: boolean
  limited: boolean
}

export async function commitUpload(db: Database, upload: FinishedUpload, publish: () => Promise<void>): Promise<void> {
  if (await linkUpload(db, upload, publish)) return
  await ensureRepository(db, upload.repository)
  // Made, and deleted at once.
  if (!(await linkUpload(db, upload, publish))) throw new DistributionError('NAME_UNKNOWN')
}

/** @returns false where there is no such repository: nothing has changed then */
function linkUpload(
  db: Database,
  { repository, digest, size, id }: FinishedUpload,
  publish: () => Promise<void>,
): Promise<boolean> {
  return db.transaction(async (transaction) => {
    const [row] = await transaction.query<Committed>(commit, [repository, digest, size, id])
    if (!row) return false
    if (row.fresh && row.limited) await checkQuota(transaction, row.project_id)
    if (!row.fresh) await linkBlob(transaction, { repositoryId: row.id, projectId: row.project_id, digest, size })
    await publish()
    return true
  })
}

export async function mountBlob(
  db: Database,
  target: RepositoryName,
  digest: Digest,
  { from, fromPublic, fromRegistry }: MountSource,
): Promise<boolean> {
  const { id, projectId } = await ensureRepository(db, target)
  return db.transaction(async (transaction) => {
    const [blob] = await transaction.query<{ size: string }>(lockMountable, [digest, from, fromPublic, fromRegistry])
    if (!blob) return false
    await linkBlob(transaction, { repositoryId: id, projectId, digest, size: Number(blob.size) })
    return true
  })
}

/** @throws {DistributionError} DENIED where the project has to be charged and has no room */
async function linkBlob(
  transaction: Queryable,
  link: { readonly repositoryId: string; readonly projectId: number; readonly digest: Digest; readonly size: number },
): Promise<void> {
  const charged = await transaction.query(insertLink, [link.repositoryId, link.digest, link.projectId, link.size])
  if (charged.length > 0) await checkQuota(transaction, link.projectId)
}

export async function unlinkBlob(
  transaction: Transaction,
  repository: RepositoryName,
  digest: Digest,
): Promise<boolean> {
  await transaction.query(lock, [digest])
  await transaction.query(lockLink, [repository, digest])
  const [user] = await transaction.query<{ digest: string }>(findUser, [repository, digest])
  if (user) throw new DistributionError('UNSUPPORTED', `manifest ${user.digest} uses this blob: delete it first`)
  const isUnlinked = (await transaction.query(unlink, [repository, digest])).length > 0
  if (isUnlinked) endLeases(transaction, 'pull')
  return isUnlinked
}
