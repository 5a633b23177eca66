import { type Queryable, storable } from '@berth/database'
import { type Digest, isAccessoryTag } from '@berth/oci'
import type { ManifestPush } from '../registry-metadata.js'
import { authorOf } from './author.js'
import { type HeldArtifact, holdArtifact } from './hold-for-push.js'

/** What comes back by a push belongs to what that push says, whatever it was attached to before. */
const revive = {
  name: 'revive_artifact',
  text: `
    update artifact set deleted_at = null, deleted_by = null, pushed_at = now(), pushed_by = $2,
      is_accessory = is_accessory and deleted_at is null
    where id = $1`,
}

/** What is pushed anew has none of the labels that it had before it was deleted: somebody may trust it by them. */
const dropLabels = {
  name: 'drop_labels_of_artifact',
  text: 'delete from artifact_label where artifact_id = $1',
}

const insert = {
  name: 'insert_artifact',
  text: `
    insert into artifact (repository_id, digest, kind, media_type, artifact_type, config_media_type, subject_digest,
      manifest, total_size, platform, config, annotations, pushed_by, is_listed, is_tagged, is_accessory)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
    on conflict (repository_id, digest) do nothing
    returning id`,
}

const insertBlobs = {
  name: 'insert_artifact_blobs',
  text: 'insert into artifact_blob (artifact_id, digest, held) select $1, unnest($2::text[]), unnest($3::boolean[])',
}

const insertChildren = {
  name: 'insert_artifact_references',
  text: `
    insert into artifact_reference (parent_id, repository_id, position, child_digest, platform, annotations)
    select $1, $3, position, digest, platform, annotations
    from rows from (
      jsonb_to_recordset($2) as (digest text, platform jsonb, annotations jsonb)
    ) with ordinality as child (digest, platform, annotations, position)`,
}

/** Most are listed when they come, and stay so: their row is written once. */
export const beginsListed = ({ manifest, tags }: ManifestPush) => tags.length > 0 || manifest.subject === undefined

export const beginsAsAccessory = ({ tags }: ManifestPush) => tags.length > 0 && tags.every(isAccessoryTag)

export async function ensureArtifact(
  transaction: Queryable,
  repositoryId: string,
  push: ManifestPush,
  childrenSize: number,
  held: HeldArtifact | undefined,
): Promise<{ id: string; size: number; appeared: boolean; created: boolean }> {
  const size = sizeOf(push, childrenSize)
  for (let known = held; ; known = await holdArtifact(transaction, repositoryId, push.digest)) {
    if (known) {
      // Without a tag its time counts anew: whatever is to refer to it may be on its way.
      if (known.deleted_at || push.tags.length === 0)
        await transaction.query(revive, [known.id, authorOf(push.pushedBy)])
      if (known.deleted_at) await transaction.query(dropLabels, [known.id])
      return { id: known.id, size: Number(known.total_size), appeared: known.deleted_at !== null, created: false }
    }
    const [row] = await transaction.query<{ id: string }>(insert, artifactValues(repositoryId, push, size))
    if (row) return { id: row.id, size, appeared: true, created: true }
    // Another push of the same manifest came between: it is there now.
  }
}

/** What a manifest claims of sizes is not bounded; the column is. */
function sizeOf({ manifest, bytes }: ManifestPush, childrenSize: number): number {
  const blobsSize = manifest.blobs.reduce((sum, blob) => sum + blob.size, 0)
  return Math.min(bytes.length + blobsSize + childrenSize, Number.MAX_SAFE_INTEGER)
}

function artifactValues(repositoryId: string, push: ManifestPush, size: number): unknown[] {
  const { manifest } = push
  return [
    repositoryId,
    push.digest,
    manifest.kind,
    manifest.mediaType,
    storable(manifest.artifactType),
    storable(manifest.config?.mediaType),
    manifest.subject,
    push.bytes,
    size,
    storable(push.platform),
    storable(push.config),
    storable(manifest.annotations),
    authorOf(push.pushedBy),
    beginsListed(push),
    push.tags.length > 0,
    beginsAsAccessory(push),
  ]
}

export async function insertReferences(
  transaction: Queryable,
  repositoryId: string,
  artifactId: string,
  { manifest }: ManifestPush,
  held: ReadonlyMap<Digest, number>,
): Promise<void> {
  const { blobs, children } = manifest
  const digests = blobs.map((blob) => blob.digest)
  const isHeld = digests.map((digest) => held.has(digest))
  await Promise.all([
    blobs.length > 0 && transaction.query(insertBlobs, [artifactId, digests, isHeld]),
    children.length > 0 &&
      transaction.query(insertChildren, [artifactId, JSON.stringify(storable(children)), repositoryId]),
  ])
}
