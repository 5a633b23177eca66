import type { Queryable } from '@berth/database'
import type { Digest } from '@berth/oci'
import { missingContent, requireSize } from '../errors.js'
import type { ManifestPush } from '../registry-metadata.js'

/** Held until the end, so that reclaim cannot unlink them under the manifest. */
const lockLinks = {
  name: 'lock_links',
  text: `
    select l.digest, b.size from (select distinct digest from unnest($2::text[]) as w (digest) order by digest) w
    cross join lateral (
      select digest from repository_blob where repository_id = $1 and digest = w.digest for key share
    ) l
    join blob b on b.digest = l.digest and b.missing_since is null`,
}

/**
 * Held until the end, so that nobody takes them for unreachable before the index is there. One that has just been deleted may have been
 * there when the client asked for it: even where children may be missing, the client is told.
 */
const findChildren = {
  name: 'find_children',
  text: `
    select digest, total_size, deleted_at is not null as deleted from artifact
    where id = any (array(
      select a.id from unnest($2::text[]) as w (digest)
      cross join lateral (select id from artifact where repository_id = $1 and digest = w.digest limit 1) a
    )) and (deleted_at is null or deleted_at > now() - interval '1 hour')
    order by id for key share`,
}

const lockArtifact = {
  name: 'lock_artifact',
  text: 'select id, deleted_at, total_size from artifact where repository_id = $1 and digest = $2 for no key update',
}

/** @returns those of the manifest's blobs that the repository holds, and their bytes */
export async function holdBlobs(
  transaction: Queryable,
  repositoryId: string,
  { manifest, allowMissingBlobs }: ManifestPush,
): Promise<ReadonlyMap<Digest, number>> {
  if (manifest.blobs.length === 0) return new Map()
  const digests = manifest.blobs.map((blob) => blob.digest)
  const rows = await transaction.query<{ digest: Digest; size: string }>(lockLinks, [repositoryId, digests])
  const held = new Map(rows.map((row) => [row.digest, Number(row.size)]))
  for (const blob of manifest.blobs) requireSize(blob, held.get(blob.digest) ?? blob.size)
  if (!allowMissingBlobs) requireNone(manifest.blobs.filter((blob) => blob.required && !held.has(blob.digest)))
  return held
}

/** @returns bytes of the children that are there, with all they refer to */
export async function holdChildren(transaction: Queryable, repositoryId: string, push: ManifestPush): Promise<number> {
  const { children } = push.manifest
  if (children.length === 0) return 0
  const digests = [...new Set(children.map((child) => child.digest))]
  const rows = await transaction.query<{ digest: Digest; total_size: string; deleted: boolean }>(findChildren, [
    repositoryId,
    digests,
  ])
  const [deleted, present] = [rows.filter((row) => row.deleted), rows.filter((row) => !row.deleted)]
  requireNone(deleted)
  const held = new Set(present.map((row) => row.digest))
  if (!push.allowMissingChildren) requireNone(children.filter((child) => !held.has(child.digest)))
  return present.reduce((sum, row) => sum + Number(row.total_size), 0)
}

function requireNone(missing: readonly { readonly digest: Digest }[]): void {
  if (missing.length > 0) throw missingContent(missing.map(({ digest }) => digest))
}

export interface HeldArtifact {
  id: string
  deleted_at: Date | null
  total_size: string
}

export async function holdArtifact(
  transaction: Queryable,
  repositoryId: string,
  digest: Digest,
): Promise<HeldArtifact | undefined> {
  const [artifact] = await transaction.query<HeldArtifact>(lockArtifact, [repositoryId, digest])
  return artifact
}
