import type { Readable } from 'node:stream'
import type { BrokenEntry } from '@berth/metadata'
import type { ByteRange, Digest, ParsedManifest, Reference, RepositoryName, Tag } from '@berth/oci'

/** A manifest as it is kept. */
export interface ManifestBytes {
  readonly digest: Digest
  readonly mediaType: string
  readonly bytes: Buffer
}

/** What both ends of a copy can say of what they hold. */
interface ImageEnd {
  /** Digest of a manifest, undefined where there is none. */
  findManifest(name: RepositoryName, reference: Reference): Promise<Digest | undefined>
  /** Bytes of a blob, undefined where the repository has none such. */
  findBlob(name: RepositoryName, digest: Digest): Promise<number | undefined>
}

/** A registry that images are copied from. */
export interface ImageSource extends ImageEnd {
  repositories(): AsyncIterable<RepositoryName>
  tags(name: RepositoryName): AsyncIterable<Tag>
  /** Digests of manifests, tagged or not, as far as there is a way to find them. Some may come twice. */
  manifests(name: RepositoryName): AsyncIterable<Digest>
  manifest(name: RepositoryName, digest: Digest): Promise<ManifestBytes | undefined>
  /** Digests of manifests whose subject this one is. */
  referrers(name: RepositoryName, subject: Digest): AsyncIterable<Digest>
  /** What there is and is not listed, because it cannot be read. Absent where the source does not tell. */
  findBroken?(): AsyncIterable<BrokenEntry>
  /** When what a tag names was pushed. Absent where the source does not tell: the protocol has no such time. */
  pushTime?(name: RepositoryName, tag: Tag): Promise<Date | undefined>
  /** Reads a blob, or a part of it. @throws {BlobNotFoundError} where it was lost */
  read(name: RepositoryName, digest: Digest, range?: ByteRange): Promise<Readable>
}

/** How a blob came to be in the target: linked, its bytes are shared with what was there before. */
export type Way = 'linked' | 'copied'

/** A blob of a source. */
export interface SourceBlob {
  readonly source: ImageSource
  readonly name: RepositoryName
  readonly digest: Digest
  readonly size: number
}

/** A registry that images are copied to. */
export interface ImageTarget extends ImageEnd {
  /**
   * Takes a blob into a repository, verified.
   * @param mayLink whether bytes may be shared with the source where that can be
   */
  takeBlob(name: RepositoryName, blob: SourceBlob, mayLink: boolean): Promise<Way>
  /**
   * Stores a manifest, whose blobs are there, and moves tags to it.
   * @param pushedAt when it was pushed to the source, for those who keep that
   */
  takeManifest(
    name: RepositoryName,
    manifest: ManifestBytes,
    parsed: ParsedManifest,
    tags: readonly Tag[],
    pushedAt?: Date,
  ): Promise<void>
}
