import type { Actor } from '@berth/contracts'
import type { Digest, ParsedManifest, Platform, Reference, RepositoryName, Tag, UploadId } from '@berth/oci'

/**
 * What the registry holds: repositories, manifests, tags, which blob belongs to which repository. No bytes of blobs.
 *
 * A change is there for every reader, in every process, once its promise has resolved, and survives the loss of power.
 * Where the store cannot be reached, methods fail with an error that {@link isUnavailable} knows: nothing has changed then.
 */
export interface RegistryMetadata {
  /** A blob as a repository sees it: undefined where the repository does not link it, even if others do. */
  findBlob(repository: RepositoryName, digest: Digest): Promise<LinkedBlob | undefined>

  /** Keeps a linked blob from being reclaimed for a while, because a push counts on it. @returns false where it is not linked any more */
  keepBlob(repository: RepositoryName, digest: Digest): Promise<boolean>

  /**
   * Links a blob of another repository. The source is one of `from`, or where `fromPublic` says so any repository of a public project.
   *
   * @returns false where no source has it: nothing has changed then, and the client has to upload
   * @throws {DistributionError} NAME_UNKNOWN without the project, DENIED over its quota
   */
  mountBlob(target: RepositoryName, digest: Digest, source: MountSource): Promise<boolean>

  /**
   * Unlinks a blob from a repository.
   *
   * @returns false where it was not linked
   * @throws {DistributionError} UNSUPPORTED where a manifest of the repository needs it
   */
  unlinkBlob(repository: RepositoryName, digest: Digest): Promise<boolean>

  /**
   * Whether an upload to this repository, which may be new, is worth beginning. The answer may be a second old: {@link commitUpload}
   * decides.
   *
   * @throws {DistributionError} NAME_UNKNOWN without the project, NAME_INVALID, DENIED over its quota
   */
  admitUpload(repository: RepositoryName): Promise<void>

  /**
   * Counts what an upload has, with what is about to be added, against the quota.
   *
   * @throws {UserError} QUOTA_EXCEEDED @throws {DistributionError} TOOMANYREQUESTS where project or holder have too many under way
   */
  holdUpload(upload: HeldUpload): Promise<void>

  /** Counts an upload no more that has come to nothing. */
  releaseUpload(repository: RepositoryName, id: UploadId): Promise<void>

  /**
   * Links what was uploaded, in a repository that is made where it is new, and counts it as an upload no more. `publish` makes the bytes a blob: it runs while nothing can
   * reclaim the digest.
   *
   * @throws {DistributionError} as {@link admitUpload}; whatever `publish` throws
   */
  commitUpload(upload: FinishedUpload, publish: () => Promise<void>): Promise<void>

  /** The manifest's bytes are fetched apart, by {@link manifestBody}, so that they can come from a cache. */
  findManifest(repository: RepositoryName, reference: Reference): Promise<FoundManifest | undefined>

  /** Exactly the bytes that were pushed; undefined where it has gone meanwhile. */
  manifestBody(manifest: FoundManifest): Promise<Buffer | undefined>

  /** Counts a pull. Written in batches: a crash loses at most some seconds of counts. @param told where it is to be written down */
  countPull(manifest: FoundManifest, told?: ToldPull): void

  /**
   * Stores a manifest and moves tags to it, in one step. Pushing again what was deleted brings it back.
   *
   * @throws {DistributionError} NAME_UNKNOWN, MANIFEST_BLOB_UNKNOWN naming what is missing, PRECONDITION where a tag may not be replaced
   */
  pushManifest(push: ManifestPush): Promise<void>

  /** When what a tag names now was pushed under it; undefined where there is no such tag. */
  findPushTime(repository: RepositoryName, tag: Tag): Promise<Date | undefined>

  /** Deletes a tag; the manifest stays. @returns false where there was none */
  deleteTag(repository: RepositoryName, tag: Tag, actor: Actor): Promise<boolean>

  /** Deletes a manifest and its tags. @returns false where there was none */
  deleteManifest(repository: RepositoryName, digest: Digest, actor: Actor): Promise<boolean>

  /** Tags in byte order, those after `last`. @throws {DistributionError} NAME_UNKNOWN */
  listTags(repository: RepositoryName, page: Page): Promise<string[]>

  /** Digests of a repository's manifests in byte order, tagged or not, those after `last`. Empty where the repository is unknown. */
  listManifests(repository: RepositoryName, page: Page): Promise<Digest[]>

  /** Names of repositories that hold something, in byte order, those after `last`. */
  listRepositories(page: Page): Promise<string[]>

  /**
   * Manifests whose subject is `subject`, in the order of their digests, those after `last`: up to the limit, and as many as a manifest
   * may name, which is a matter of bytes. The first always is among them. Empty where the repository is unknown.
   */
  listReferrers(
    repository: RepositoryName,
    subject: Digest,
    page: Page & { readonly artifactType?: string | undefined },
  ): Promise<ReferrerPage>

  /** What lies in the store and no list shows, because it cannot be read. Absent where the store leaves nothing such. */
  findBroken?(): AsyncIterable<BrokenEntry>

  /** Resolves once the store holds the schema and answers. */
  check(): Promise<void>

  /** Writes what is buffered and lets go of connections. */
  close(): Promise<void>
}

export interface BrokenEntry {
  /** `<repository>@<digest>`, `<repository>:<tag>`, or a path. */
  readonly name: string
  readonly why: string
}

export interface Page {
  readonly limit: number
  readonly last?: string | undefined
}

export interface LinkedBlob {
  readonly size: number
  /** When it was linked or last kept. */
  readonly linkedAt: Date
}

export interface MountSource {
  readonly from: readonly RepositoryName[]
  readonly fromPublic: boolean
  /** Any repository whose content is this registry's. */
  readonly fromRegistry?: number
}

export interface HeldUpload {
  readonly repository: RepositoryName
  readonly id: UploadId
  /** Bytes. */
  readonly size: number
  /** Whose it is: a user or robot, or nobody. */
  readonly holder: string
}

export interface FinishedUpload {
  readonly repository: RepositoryName
  readonly digest: Digest
  readonly size: number
  /** Absent where it was not held. */
  readonly id?: UploadId
}

export interface FoundManifest {
  readonly digest: Digest
  readonly mediaType: string
  /** Bytes. */
  readonly size: number
  readonly artifactId: string
  /** Present where it was found by tag. */
  readonly tagId?: string | undefined
}

/** Who pulls, as it is written down. */
export interface ToldPull {
  readonly repository: RepositoryName
  /** The tag that it was pulled by. */
  readonly tag?: Tag
  readonly by: Actor
}

export interface ManifestPush {
  readonly repository: RepositoryName
  readonly digest: Digest
  readonly bytes: Buffer
  readonly manifest: ParsedManifest
  readonly tags: readonly Tag[]
  readonly pushedBy: Actor
  /** When it was pushed, with its tags, to where it is copied from; undefined: now. */
  readonly pushedAt?: Date | undefined
  readonly platform?: Platform | undefined
  /** Summary of the image config, for people. */
  readonly config?: Readonly<Record<string, unknown>> | undefined
  /** Whether an index may name manifests that the repository does not hold. */
  readonly allowMissingChildren: boolean
  /** Whether a manifest may name config and layers that the repository does not hold. */
  readonly allowMissingBlobs?: boolean | undefined
  /** Whether a tag may be moved that names this now; undefined: nothing. Asked while nobody else can move it. */
  readonly mayReplace?: ((named: Digest | undefined) => boolean) | undefined
}

export interface ReferrerPage {
  /** A list of descriptors as JSON: as objects they would be many times as large. */
  readonly descriptors: string
  /** Digest of the last of them, where there are more after it. */
  readonly next?: Digest | undefined
}
