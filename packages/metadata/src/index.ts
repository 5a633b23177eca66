export { MetadataUnavailableError } from './errors.js'
export { PostgresMetadata } from './postgres/postgres-metadata.js'
export type { ReclaimOutcome } from './postgres/reclaim.js'
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
