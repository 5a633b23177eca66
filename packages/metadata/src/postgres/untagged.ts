import type { Actor } from '@berth/contracts'
import { emit, type Transaction } from '@berth/database'
import { endLeases } from './lease.js'
import { holdRepositoriesOf, relist } from './listed.js'
import { youth, type StoredManifest } from './reclaim.js'

/** `$1` seconds is the age from which nothing more is expected to refer to an artifact. */
const unreachable = `
  a.deleted_at is null and a.pushed_at <= now() - make_interval(secs => $1)
  and not exists (select from tag t where t.artifact_id = a.id)
  and not exists (
    select from artifact_reference f join artifact parent on parent.id = f.parent_id
    where f.child_digest = a.digest and f.repository_id = a.repository_id and parent.deleted_at is null)
  and not exists (
    select from artifact subject
    where subject.repository_id = a.repository_id and subject.digest = a.subject_digest and subject.deleted_at is null)`

const findUnreachable = {
  name: 'find_unreachable_artifacts',
  text: `select a.id from artifact a where a.id > $2 and ${unreachable} order by a.id limit $3`,
}

/** Those that somebody holds are left to the next pass. */
const lockArtifacts = {
  name: 'lock_artifacts_if_free',
  text: 'select id from artifact where id = any ($1::bigint[]) order by id for update skip locked',
}

/** In a statement of its own: it sees the tags and indexes that came before the rows were locked. */
const deleteUnreachable = {
  name: 'delete_unreachable_artifacts',
  text: `
    with gone as (
      update artifact a set deleted_at = now(), deleted_by = null where a.id = any ($2) and ${unreachable}
      returning a.id, a.repository_id, a.digest, octet_length(a.manifest) as bytes
    ), counted as (
      update repository set artifact_count = artifact_count - lost.count, updated_at = now()
      from (select repository_id, count(*) from gone group by repository_id) lost where repository.id = lost.repository_id
    )
    select gone.id, r.project_id, r.id as repository_id, r.name as repository, gone.digest, gone.bytes
    from gone join repository r on r.id = gone.repository_id`,
}

interface Gone extends StoredManifest {
  readonly id: string
  readonly project_id: number
  readonly repository_id: string
}

export async function deleteUntagged(
  transaction: Transaction,
  graceSeconds: number,
  after: string,
  limit: number,
  actor: Actor,
): Promise<{ readonly deleted: readonly StoredManifest[]; readonly next: string | undefined }> {
  const age = youth(graceSeconds)
  const found = (await transaction.query<{ id: string }>(findUnreachable, [age, after, limit])).map((row) => row.id)
  await holdRepositoriesOf(transaction, found)
  const locked = (await transaction.query<{ id: string }>(lockArtifacts, [found])).map((row) => row.id)
  const gone = await transaction.query<Gone & Record<string, unknown>>(deleteUnreachable, [age, locked])
  await relist(
    transaction,
    gone.map(({ id }) => id),
  )
  if (gone.length > 0) endLeases(transaction, 'look-up')
  const told = gone.map(({ project_id, repository_id, repository, digest }) => {
    const place = { project_id, repository_id: Number(repository_id), repository }
    return emit(transaction, 'artifact.deleted', { ...place, digest, tags: [] }, actor)
  })
  await Promise.all(told)
  const deleted = gone.map(({ repository, digest, bytes }) => ({ repository, digest, bytes }))
  return { deleted, next: found.length === limit ? found.at(-1) : undefined }
}
