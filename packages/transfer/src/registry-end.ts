import { LayoutPaths, type RegistryMetadata } from '@berth/metadata'
import type { Digest } from '@berth/oci'
import type { BlobStore } from '@berth/storage'

/** One of the two registries between which images are copied: both keep blobs at the same paths below their root. */
export interface RegistryEnd {
  readonly metadata: RegistryMetadata
  readonly blobs: BlobStore
  readonly root: string
  /** Folder that spooled files lie in. */
  readonly spool: string
}

export const blobFile = ({ root }: RegistryEnd, digest: Digest): string => new LayoutPaths(root).blobData(digest)
