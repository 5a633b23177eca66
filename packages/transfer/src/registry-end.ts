import type { RegistryMetadata } from '@berth/metadata'
import type { BlobStore } from '@berth/storage'

/** One of the two registries between which images are copied. */
export interface RegistryEnd {
  readonly metadata: RegistryMetadata
  readonly blobs: BlobStore
}
