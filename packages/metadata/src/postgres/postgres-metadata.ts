import type { Actor } from '@berth/contracts'
import { requireSchema, type Database } from '@berth/database'
import type { Digest, Reference, RepositoryName, Tag, UploadId } from '@berth/oci'
import type {
  FinishedUpload,
  FoundManifest,
  HeldUpload,
  LinkedBlob,
  ManifestPush,
  MountSource,
  Page,
  RegistryMetadata,
  ToldPull,
} from '../registry-metadata.js'
import { Admission } from './admission.js'
import * as blobs from './blobs.js'
import { deleteManifest } from './delete.js'
import { holdingLookUps, type Holding, type HoldingKey } from './holdings.js'
import { LookUps } from './look-ups.js'
import { findManifests, listManifests, listReferrers, manifestBody, type ManifestKey } from './manifests.js'
import { holdUpload, releaseUpload } from './open-uploads.js'
import { Policies } from './policies.js'
import { type AskedName, findMirrors, hasMirrors, type MirrorAnswer } from './proxy/mirrors.js'
import { PullEvents } from './pull-events.js'
import { PullCounter } from './pulls.js'
import { pushManifest } from './push-manifest.js'
import { findPushTime } from './push-time.js'
import { listPullable, listRepositories, type Puller } from './repositories.js'
import { signedLookUps, type SignedKey } from './signed.js'
import { deleteTag, listTags } from './tags.js'
import { tellExceeded } from './tell-exceeded.js'

/** Milliseconds for which it is not asked again whether there are mirrors, and whether a name is one of ours. */
const MIRROR_LEASE = 1_000

/** The platform's metadata, in PostgreSQL. */
export class PostgresMetadata implements RegistryMetadata {
  readonly #admission: Admission
  readonly #policies: Policies
  readonly #holdings: LookUps<HoldingKey, Holding>
  readonly #pulls: PullCounter
  readonly #signed: LookUps<SignedKey, object>
  readonly #pullEvents: PullEvents
  readonly #hasMirrors: LookUps<'mirrors', { readonly has: boolean }>
  readonly #mirrors: LookUps<AskedName, MirrorAnswer>
  readonly #blobs: LookUps<blobs.BlobKey, LinkedBlob>
  readonly #byTag: LookUps<ManifestKey, FoundManifest>
  readonly #byDigest: LookUps<ManifestKey, FoundManifest>

  /**
   * @param db             stays open when this is closed
   * @param onPullsDropped told of how many pulls nothing is written down, because there are too many
   */
  constructor(
    private readonly db: Database,
    { onPullsDropped = () => {} }: { readonly onPullsDropped?: (pulls: number) => void } = {},
  ) {
    this.#admission = new Admission(this.db)
    this.#policies = new Policies(this.db)
    this.#holdings = holdingLookUps(this.db)
    this.#pulls = new PullCounter(this.db)
    this.#signed = signedLookUps(this.db)
    this.#pullEvents = new PullEvents(this.db, onPullsDropped)
    this.#hasMirrors = new LookUps(
      async (keys) => {
        const rows = await this.db.query<{ has: boolean }>(hasMirrors)
        return keys.map(() => rows[0])
      },
      (key) => key,
      MIRROR_LEASE,
    )
    this.#mirrors = new LookUps(
      (asked) => findMirrors(this.db, asked),
      ({ name, host = '' }) => `${host} ${name}`,
      // What somebody pushes is there at once.
      ({ own }) => (own ? MIRROR_LEASE : 0),
    )
    const nameOf = ({ repository, reference }: ManifestKey) => `${repository} ${reference}`
    this.#blobs = new LookUps(
      (keys) => blobs.findBlobs(this.db, keys),
      ({ repository, digest }) => `${repository} ${digest}`,
    )
    this.#byTag = new LookUps((keys) => findManifests(this.db, 'tag', keys), nameOf)
    this.#byDigest = new LookUps((keys) => findManifests(this.db, 'digest', keys), nameOf)
  }

  findBlob(repository: RepositoryName, digest: Digest) {
    return this.#blobs.find({ repository, digest })
  }

  keepBlob(repository: RepositoryName, digest: Digest) {
    return blobs.keepBlob(this.db, repository, digest)
  }

  mountBlob(target: RepositoryName, digest: Digest, source: MountSource) {
    return tellExceeded(this.db, target, blobs.mountBlob(this.db, target, digest, source))
  }

  unlinkBlob(repository: RepositoryName, digest: Digest) {
    return this.db.transaction((transaction) => blobs.unlinkBlob(transaction, repository, digest))
  }

  admitUpload(repository: RepositoryName) {
    return tellExceeded(this.db, repository, this.#admission.check(repository))
  }

  /** Whether a project has room for so many bytes. @throws {UserError} QUOTA_EXCEEDED */
  async admitBytes(repository: RepositoryName, bytes: number) {
    if ((await this.#policies.of(repository)).limited) await this.#admission.checkBytes(repository, bytes)
  }

  async holdUpload(upload: HeldUpload) {
    if ((await this.#policies.of(upload.repository)).limited)
      await tellExceeded(this.db, upload.repository, holdUpload(this.db, upload))
  }

  async releaseUpload(repository: RepositoryName, id: UploadId) {
    if ((await this.#policies.of(repository)).limited) await releaseUpload(this.db, id)
  }

  /** What a repository's project asks of those who use it. The answer may be a second old, unless it is asked for what is `now`. */
  findPolicy(repository: RepositoryName, when?: 'now') {
    return this.#policies.of(repository, when)
  }

  /** Whether projects answer at the root for registries elsewhere. The answer may be a second old, as that of {@link findMirror}. */
  async hasMirrors() {
    return (await this.#hasMirrors.find('mirrors'))?.has ?? false
  }

  /** Whose a name is, and what answers for it where it is none of ours. */
  async findMirror(asked: AskedName): Promise<MirrorAnswer> {
    return (await this.#mirrors.find(asked)) ?? { own: false, known: false, mirrors: [] }
  }

  /** What a caller holds in the system and in a project. The answer may be a second old. */
  leaseHolding(key: HoldingKey) {
    return this.#holdings.lease(key)
  }

  /** As {@link listRepositories}, of those that a caller may pull as a whole. */
  listPullable(puller: Puller, page: Page) {
    return listPullable(this.db, puller, page)
  }

  /** Whether a manifest, or an index that it is part of, has a signature. A yes may be a second old. */
  async isSigned(key: SignedKey) {
    return (await this.#signed.find(key)) !== undefined
  }

  commitUpload(upload: FinishedUpload, publish: () => Promise<void>) {
    return tellExceeded(this.db, upload.repository, blobs.commitUpload(this.db, upload, publish))
  }

  findManifest(repository: RepositoryName, reference: Reference) {
    return 'tag' in reference
      ? this.#byTag.find({ repository, reference: reference.tag })
      : this.#byDigest.find({ repository, reference: reference.digest })
  }

  manifestBody(manifest: FoundManifest) {
    return manifestBody(this.db, manifest)
  }

  countPull(manifest: FoundManifest, told?: ToldPull) {
    this.#pulls.count(manifest)
    if (told) this.#pullEvents.add(manifest.digest, told)
  }

  pushManifest(push: ManifestPush) {
    return tellExceeded(this.db, push.repository, pushManifest(this.db, push), push.pushedBy)
  }

  findPushTime(repository: RepositoryName, tag: Tag) {
    return findPushTime(this.db, repository, tag)
  }

  deleteTag(repository: RepositoryName, tag: Tag, actor: Actor) {
    return this.db.transaction((transaction) => deleteTag(transaction, repository, tag, actor))
  }

  deleteManifest(repository: RepositoryName, digest: Digest, actor: Actor) {
    return this.db.transaction((transaction) => deleteManifest(transaction, repository, digest, actor))
  }

  listTags(repository: RepositoryName, page: Page) {
    return listTags(this.db, repository, page)
  }

  listManifests(repository: RepositoryName, page: Page) {
    return listManifests(this.db, repository, page)
  }

  listRepositories(page: Page) {
    return listRepositories(this.db, page)
  }

  listReferrers(repository: RepositoryName, subject: Digest, page: Page & { artifactType?: string | undefined }) {
    return listReferrers(this.db, repository, subject, page)
  }

  async check() {
    await requireSchema(this.db)
  }

  async close() {
    await Promise.allSettled([this.#pulls.flush(), this.#pullEvents.flush()])
  }
}
