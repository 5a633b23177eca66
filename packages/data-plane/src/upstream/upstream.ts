import type { Readable } from 'node:stream'
import type { FoundManifest } from '@berth/metadata'
import type { ByteRange, Digest, Reference, RepositoryName } from '@berth/oci'

/**
 * The registry elsewhere that a project has its content from. What it does not have is undefined; where it gives no answer of use, methods
 * fail with a `DistributionError` that tells the client so.
 */
export interface Upstream {
  /** What is served for a reference now, brought here where a body is wanted. */
  manifest(wanted: WantedManifest): Promise<UpstreamManifest | undefined>

  /** Bytes of a blob that the repository does not hold. */
  findBlob(name: RepositoryName, digest: Digest): Promise<number | undefined>

  /** A blob that the repository does not hold. It is stored while it passes. */
  blob(name: RepositoryName, digest: Digest): Promise<UpstreamBlob | undefined>

  /** Descriptors of what refers to a manifest; undefined where only copies are listed. */
  referrers(name: RepositoryName, subject: Digest): Promise<readonly { readonly digest: Digest }[] | undefined>
}

export interface WantedManifest {
  readonly name: RepositoryName
  readonly reference: Reference
  /** What the repository holds under this reference. */
  readonly local: FoundManifest | undefined
  readonly wantsBody: boolean
}

export interface UpstreamManifest {
  readonly manifest: Pick<FoundManifest, 'digest' | 'mediaType' | 'size'>
  /** The copy. Absent where there is none, because only the head was asked for or nothing can be kept. */
  readonly copy?: FoundManifest | undefined
  /** Of one that cannot be kept. */
  readonly body?: Buffer | undefined
  /** Whether the upstream gave no answer, and what is at hand may have been replaced since. */
  readonly isStale?: boolean
}

/** `stored`: it has come to lie in the repository meanwhile. */
export type UpstreamBlob =
  | 'stored'
  | {
      /** Bytes. */
      readonly size: number
      /** Breaks off before the last byte where they are not what they should be. */
      read(range?: ByteRange): Readable
    }
