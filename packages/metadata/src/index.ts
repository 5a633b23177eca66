export { isUnavailable } from './errors.js'
export {
  announceServer,
  collectGarbage,
  CollectingError,
  type GarbageOptions,
  type GarbageResult,
} from './layout/garbage/collect-garbage.js'
export { LayoutMetadata } from './layout/layout-metadata.js'
export { LayoutPaths } from './layout/paths.js'
export type { Garbage } from './postgres/forecast.js'
export { PostgresMetadata } from './postgres/postgres-metadata.js'
export type { ReclaimOutcome, StoredManifest } from './postgres/reclaim.js'
export type { RestoreOutcome } from './postgres/restore.js'
export type { HeldBlob, KnownBlob } from './postgres/scrub.js'
export { readImageConfig } from './read-image-config.js'
export type {
  FinishedUpload,
  FoundManifest,
  LinkedBlob,
  ManifestPush,
  MountSource,
  Page,
  Referrer,
  ReferrerPage,
  RegistryMetadata,
} from './registry-metadata.js'
