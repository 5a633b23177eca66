import type { RegistryMetadata } from '@berth/metadata'
import { MemoryBlobStore } from '@berth/storage'
import type { Authenticator } from '../auth/identity.js'
import { UploadIds } from '../auth/upload-ids.js'
import { createManifestCache } from '../cache/manifest-cache.js'
import type { Services } from '../http/services.js'

const everybody: Authenticator = {
  identify: async () => ({ subject: undefined, may: () => true, mentions: () => true, named: [] }),
  challenge: () => 'Bearer',
}

/** What routes work with where everybody may do everything, for tests of the routes themselves. */
export function memoryServices(metadata: Partial<RegistryMetadata>, more: Partial<Services> = {}): Services {
  return {
    metadata: metadata as RegistryMetadata,
    blobs: new MemoryBlobStore(),
    authenticator: everybody,
    manifests: createManifestCache(1),
    uploadIds: new UploadIds('ab'.repeat(32)),
    allowSparseIndexes: true,
    ...more,
  }
}
