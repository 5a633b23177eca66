import type { Actor } from '@berth/contracts'
import { Database, type DatabaseOptions, type DatabaseSettings } from '@berth/database'
import type { Digest, Reference, RepositoryName, Tag } from '@berth/oci'
import type {
  FinishedUpload,
  FoundManifest,
  LinkedBlob,
  ManifestPush,
  MountSource,
  Page,
  RegistryMetadata,
} from '../registry-metadata.js'
import { Admission } from './admission.js'
import * as blobs from './blobs.js'
import { deleteManifest, removeRepository } from './delete.js'
import { forecastGarbage } from './forecast.js'
import { LookUps } from './look-ups.js'
import { findManifests, listManifests, listReferrers, manifestBody, type ManifestKey } from './manifests.js'
import { Policies } from './policies.js'
import { PullCounter } from './pulls.js'
import { pushManifest } from './push-manifest.js'
import * as reclaim from './reclaim.js'
import { listRepositories } from './repositories.js'
import { restoreArtifact, restoreTag } from './restore.js'
import * as scrub from './scrub.js'
import { addTag, deleteTag, listTags } from './tags.js'
import { deleteUntagged } from './untagged.js'

/** Fails while there is no schema, or an older one. */
const check = { name: 'check_schema', text: 'select held, missing_since from artifact_blob, blob limit 0' }

/** The platform's metadata, in PostgreSQL. Holds a pool of `settings.poolSize` connections, opened when first needed. */
export class PostgresMetadata implements RegistryMetadata {
  readonly #db: Database
  readonly #admission: Admission
  readonly #policies: Policies
  readonly #pulls: PullCounter
  readonly #blobs: LookUps<blobs.BlobKey, LinkedBlob>
  readonly #byTag: LookUps<ManifestKey, FoundManifest>
  readonly #byDigest: LookUps<ManifestKey, FoundManifest>

  constructor(settings: DatabaseSettings, options?: DatabaseOptions) {
    this.#db = new Database(settings, options)
    this.#admission = new Admission(this.#db)
    this.#policies = new Policies(this.#db)
    this.#pulls = new PullCounter(this.#db)
    const nameOf = ({ repository, reference }: ManifestKey) => `${repository} ${reference}`
    this.#blobs = new LookUps(
      (keys) => blobs.findBlobs(this.#db, keys),
      ({ repository, digest }) => `${repository} ${digest}`,
    )
    this.#byTag = new LookUps((keys) => findManifests(this.#db, 'tag', keys), nameOf)
    this.#byDigest = new LookUps((keys) => findManifests(this.#db, 'digest', keys), nameOf)
  }

  findBlob(repository: RepositoryName, digest: Digest) {
    return this.#blobs.find({ repository, digest })
  }

  keepBlob(repository: RepositoryName, digest: Digest) {
    return blobs.keepBlob(this.#db, repository, digest)
  }

  mountBlob(target: RepositoryName, digest: Digest, source: MountSource) {
    return blobs.mountBlob(this.#db, target, digest, source)
  }

  unlinkBlob(repository: RepositoryName, digest: Digest) {
    return this.#db.transaction((transaction) => blobs.unlinkBlob(transaction, repository, digest))
  }

  admitUpload(repository: RepositoryName) {
    return this.#admission.check(repository)
  }

  /** What a repository's project asks of those who use it. The answer may be a second old. */
  findPolicy(repository: RepositoryName) {
    return this.#policies.of(repository)
  }

  commitUpload(upload: FinishedUpload, publish: () => Promise<void>) {
    return blobs.commitUpload(this.#db, upload, publish)
  }

  findManifest(repository: RepositoryName, reference: Reference) {
    return 'tag' in reference
      ? this.#byTag.find({ repository, reference: reference.tag })
      : this.#byDigest.find({ repository, reference: reference.digest })
  }

  manifestBody(manifest: FoundManifest) {
    return manifestBody(this.#db, manifest)
  }

  countPull(manifest: FoundManifest) {
    this.#pulls.count(manifest)
  }

  pushManifest(push: ManifestPush) {
    return pushManifest(this.#db, push)
  }

  deleteTag(repository: RepositoryName, tag: Tag, actor: Actor) {
    return this.#db.transaction((transaction) => deleteTag(transaction, repository, tag, actor))
  }

  deleteManifest(repository: RepositoryName, digest: Digest, actor: Actor) {
    return this.#db.transaction((transaction) => deleteManifest(transaction, repository, digest, actor))
  }

  /** Gives an artifact one more tag, or moves the tag to it. @returns false where the repository holds no such artifact */
  addTag(repository: RepositoryName, digest: Digest, tag: Tag, actor: Actor) {
    return this.#db.transaction((transaction) => addTag(transaction, repository, digest, tag, actor))
  }

  /**
   * Brings back an artifact that was deleted less than `graceSeconds` ago, the deleted manifests that an index of it needs, and
   * those of the tags it lost with its deletion whose names are still free.
   */
  restoreArtifact(repository: RepositoryName, digest: Digest, actor: Actor, graceSeconds: number) {
    return this.#db.transaction((transaction) => restoreArtifact(transaction, repository, digest, actor, graceSeconds))
  }

  /** Brings back a tag that was deleted less than `graceSeconds` ago; its artifact too, where that was deleted as well. */
  restoreTag(repository: RepositoryName, tag: Tag, actor: Actor, graceSeconds: number) {
    return this.#db.transaction((transaction) => restoreTag(transaction, repository, tag, actor, graceSeconds))
  }

  /** Deletes a repository with all it holds. @returns false where there was none */
  deleteRepository(repository: RepositoryName, actor: Actor) {
    return this.#db.transaction((transaction) => removeRepository(transaction, repository, actor))
  }

  listTags(repository: RepositoryName, page: Page) {
    return listTags(this.#db, repository, page)
  }

  listManifests(repository: RepositoryName, page: Page) {
    return listManifests(this.#db, repository, page)
  }

  listRepositories(page: Page) {
    return listRepositories(this.#db, page)
  }

  listReferrers(repository: RepositoryName, subject: Digest, page: Page & { artifactType?: string | undefined }) {
    return listReferrers(this.#db, repository, subject, page)
  }

  /**
   * Takes rows of artifacts that were deleted more than `graceSeconds` ago, and queues their blobs.
   * @returns those that went: fewer than `limit` means that none is left
   */
  purgeExpiredArtifacts(graceSeconds: number, limit: number) {
    return reclaim.purgeExpiredArtifacts(this.#db, graceSeconds, limit)
  }

  /**
   * Deletes artifacts that nobody can reach: without a tag, in no index, about no other artifact that is there. Not those that were
   * pushed a while ago only: an index or a tag may be on its way. They can be restored as any deleted artifact.
   *
   * @param after where the batch before has ended; '0' to begin. What an artifact of this pass kept is found by the next pass
   * @returns those that went, at most `limit`, and where to go on: undefined at the end of a pass
   */
  deleteUntagged(graceSeconds: number, after: string, limit: number, actor: Actor) {
    return this.#db.transaction((transaction) => deleteUntagged(transaction, graceSeconds, after, limit, actor))
  }

  /**
   * What {@link deleteUntagged} (where `withUntagged` says so), {@link purgeExpiredArtifacts} and {@link reclaimBlob} would take if they
   * ran now, to the end. Everything is told as of one moment. Changes nothing and keeps nobody waiting.
   */
  forecastGarbage(graceSeconds: number, withUntagged: boolean) {
    return forecastGarbage(this.#db, graceSeconds, withUntagged)
  }

  /** Digests whose time has come, oldest first. */
  findReclaimable(graceSeconds: number, limit: number) {
    return reclaim.findReclaimable(this.#db, graceSeconds, limit)
  }

  /**
   * Looks at one digest: unlinks it from the repositories that no longer use it and, where none is left, deletes it.
   *
   * @param deleteFile deletes the bytes. It runs while nobody can link or upload the digest. Where it throws, the blob is unlinked and stays queued
   */
  reclaimBlob(digest: Digest, graceSeconds: number, deleteFile: () => Promise<void>) {
    return reclaim.reclaimBlob(this.#db, digest, graceSeconds, deleteFile)
  }

  /** Lets a digest whose {@link reclaimBlob} failed wait before it is due again. */
  noteReclaimFailure(digest: Digest, graceSeconds: number, error: string) {
    return reclaim.noteReclaimFailure(this.#db, digest, graceSeconds, error)
  }

  /** Every blob in byte order of the digests, whoever links it, those after `last`. */
  listBlobs(page: Page) {
    return scrub.listBlobs(this.#db, page)
  }

  /**
   * Looks at the bytes of one digest while nobody can upload, mount or delete it, and notes whether they are there.
   *
   * @param examine is told what is known of the blob: undefined where there is none. It may set the bytes aside. What it throws undoes everything
   */
  examineBlob(digest: Digest, examine: (blob: scrub.HeldBlob | undefined) => Promise<'present' | 'missing'>) {
    return scrub.examineBlob(this.#db, digest, examine)
  }

  async check() {
    await this.#db.query(check)
  }

  async close() {
    await this.#pulls.flush().catch(() => {})
    await this.#db.close()
  }
}
