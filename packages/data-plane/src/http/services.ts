import type { RegistryMetadata } from '@berth/metadata'
import type { BlobStore } from '@berth/storage'
import type { Authenticator } from '../auth/identity.js'
import type { CurrentRights } from '../auth/current-rights.js'
import type { Grants } from '../auth/grants.js'
import type { UploadIds } from '../auth/upload-ids.js'
import type { ManifestCache } from '../cache/manifest-cache.js'
import type { ProjectPolicies } from '../policy/project-policy.js'
import type { Mirrors } from './alias.js'
import type { Operation } from './operation.js'

/** What endpoints work with. */
export interface Services {
  readonly metadata: RegistryMetadata
  readonly blobs: BlobStore
  readonly authenticator: Authenticator
  /** Present where what a caller holds can change while their credentials last. */
  readonly rights?: CurrentRights | undefined
  readonly manifests: ManifestCache
  /** Present where there are projects. */
  readonly policies?: ProjectPolicies | undefined
  /** Present where names may be those of registries elsewhere. */
  readonly mirrors?: Mirrors | undefined
  /** Why an operation is switched off here; undefined where it is not. */
  readonly refuses?: ((operation: Operation) => string | undefined) | undefined
  /** Present where a proxy may carry the bytes. */
  readonly grants?: Grants | undefined
  readonly uploadIds: UploadIds
  /** The address clients use, where it is fixed; otherwise it follows the request. */
  readonly externalUrl?: string | undefined
  /** Whether an index may name manifests that the repository does not hold. */
  readonly allowSparseIndexes: boolean
  /** Whether an image may name config and layers that the repository does not hold. */
  readonly allowSparseImages?: boolean | undefined
}
