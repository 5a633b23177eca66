import { emit, readDatabaseFailure, type Database, storable } from '@berth/database'
import { namesAccessory, type Tag } from '@berth/oci'
import { requireReplaceable } from '../errors.js'
import type { ManifestPush } from '../registry-metadata.js'
import { holdArtifact, holdBlobs, holdChildren } from './hold-for-push.js'
import { holdRepository, holdRepositoryIfKnown, relist } from './listed.js'
import { ensureRepository, type RepositoryIds } from './repositories.js'
import { setPushTime } from './push-time.js'
import { checkQuota, findRoom, refuseOver } from './rules/quota.js'
import { requireTagChange } from './rules/held-roles.js'
import { bringTag, holdTag, moveTag, ONE_TAG } from './tags.js'
import { beginsAsAccessory, beginsListed, ensureArtifact, insertReferences } from './write-artifact.js'

const count = {
  name: 'count_artifacts',
  text: `
    update repository set artifact_count = artifact_count + $2, listed_count = listed_count + $3, tag_count = tag_count + $4,
      updated_at = now()
    where id = $1`,
}

const charge = { name: 'charge', text: 'insert into quota_delta (project_id, bytes) values ($1, $2)' }

/** Another one has brought the manifest or a tag that a push took for new. */
class NotNewError extends Error {
  override name = 'NotNewError'
}

export async function pushManifest(db: Database, push: ManifestPush): Promise<void> {
  const repository = await ensureRepository(db, push.repository)
  if (mayBeAllNew(push)) {
    try {
      await pushInto(db, repository, push, 'if known')
      return
    } catch (error) {
      if (!(error instanceof NotNewError || isTagTaken(error))) throw error
    }
  }
  await pushInto(db, repository, push, 'always')
}

/** Only what comes with a tag is surely listed: an index may name it before it is there. A list of referrers may be empty, and is not. */
const mayBeAllNew = ({ manifest, tags }: ManifestPush) =>
  tags.length > 0 && manifest.children.length === 0 && !(manifest.kind === 'index' && tags.some(namesAccessory))

function isTagTaken(error: unknown): boolean {
  const failure = readDatabaseFailure(error)
  return failure?.kind === 'unique' && failure.constraint === ONE_TAG
}

/** @throws {NotNewError} or the refusal of {@link ONE_TAG}, where the repository is held only `if known`: push again, and hold it */
async function pushInto(
  db: Database,
  repository: RepositoryIds,
  push: ManifestPush,
  holds: 'if known' | 'always',
): Promise<void> {
  await db.transaction(async (transaction) => {
    // Sorted and one by one, so that two pushes of the same tags never wait for each other crosswise; where there is only one, it is held
    // with all else.
    const tags = [...new Set(push.tags)].sort()
    const [firstTag, ...otherTags] = tags
    const hold = (tag: Tag) => holdTag(transaction, repository.id, tag)
    const [rules, held, childrenSize, known, room, firstHeld] = await Promise.all([
      holds === 'always'
        ? holdRepository(transaction, repository)
        : holdRepositoryIfKnown(transaction, repository.id, push.digest, tags),
      holdBlobs(transaction, repository.id, push),
      holdChildren(transaction, repository.id, push),
      holdArtifact(transaction, repository.id, push.digest),
      findRoom(transaction, repository.projectId, push.bytes.length),
      firstTag && hold(firstTag),
    ])
    // What the project has already is charged already. Nothing is written where it is clear from here on that there is no room.
    if (!known) refuseOver(room.passed)
    const heldTags = firstHeld ? [firstHeld] : []
    for (const tag of otherTags) heldTags.push(await hold(tag))
    for (const { tag, digest } of heldTags) requireReplaceable(push, tag, digest)
    const isAllNew = rules === undefined
    if (isAllNew && (known || heldTags.some(({ digest }) => digest !== undefined))) throw new NotNewError()
    if (rules) {
      const moved = heldTags.flatMap(({ tag, digest: from }) =>
        from === undefined ? [] : [{ tag, from, to: push.digest }],
      )
      await requireTagChange(transaction, rules, { repository: push.repository, actor: push.pushedBy, tags: moved })
    }
    const { id, size, appeared, created } = await ensureArtifact(transaction, repository.id, push, childrenSize, known)
    if (isAllNew && !created) throw new NotNewError()
    const replaced = Object.fromEntries(
      heldTags.flatMap(({ tag, digest }) => (digest === undefined || digest === push.digest ? [] : [[tag, digest]])),
    )
    const pushed = {
      project_id: repository.projectId,
      repository_id: Number(repository.id),
      repository: push.repository,
      digest: push.digest,
      media_type: push.manifest.mediaType,
      artifact_type: storable(push.manifest.artifactType),
      kind: push.manifest.kind,
      created: appeared,
      tags: [...push.tags],
      replaced,
    }
    const artifact = { id, digest: push.digest, size }
    const listed = created && beginsListed(push) && !beginsAsAccessory(push) ? 1 : 0
    const counts = [appeared ? 1 : 0, listed, isAllNew ? heldTags.length : 0]
    const untagged = heldTags.flatMap(({ artifactId }) => (artifactId === undefined ? [] : [artifactId]))
    await Promise.all([
      created && insertReferences(transaction, repository.id, id, push, held),
      created && transaction.query(charge, [repository.projectId, push.bytes.length]),
      emit(transaction, 'artifact.pushed', pushed, push.pushedBy),
      ...heldTags.map((tag) => (isAllNew ? bringTag : moveTag)(transaction, tag, artifact, push.pushedBy)),
      !isAllNew && relist(transaction, [id, ...untagged]),
      push.pushedAt && setPushTime(transaction, repository.id, id, tags, push.pushedAt),
      // Last, for others push to the repository too.
      transaction.query(count, [repository.id, ...counts]),
      created && room.limited ? checkQuota(transaction, repository.projectId) : transaction.commit(),
    ])
  })
}
