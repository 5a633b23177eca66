export { isUnavailable } from './errors.js'
export {
  announceServer,
  collectGarbage,
  CollectingError,
  type GarbageOptions,
  type GarbageResult,
  NoRepositoriesError,
} from './layout/garbage/collect-garbage.js'
export { LayoutMetadata } from './layout/layout-metadata.js'
export { LayoutPaths } from './layout/paths.js'
export { copyArtifact, type ArtifactCopy } from './postgres/copy-artifact.js'
export { createReclaim, type Reclaim } from './postgres/create-reclaim.js'
export { deleteRepository, deleteManifest, previewDeletion } from './postgres/delete.js'
export type { Garbage } from './postgres/forecast.js'
export { PostgresMetadata } from './postgres/postgres-metadata.js'
export { purgeArtifact } from './postgres/purge.js'
export type { ReclaimOutcome, StoredManifest } from './postgres/reclaim.js'
export { restoreArtifact, restoreTag, type RestoreOutcome } from './postgres/restore.js'
export type { Holding, HoldingKey } from './postgres/holdings.js'
export type { Lease } from './postgres/look-ups.js'
export type { StoredPolicy } from './postgres/policies.js'
export type { Signer } from './postgres/signed.js'
export { type AskedName, findMirrors, findMirrorsOfOneHost } from './postgres/proxy/mirrors.js'
export { MISS_LIFE, TAG_LIFE, type ProxySettings } from './postgres/proxy/proxy-settings.js'
export { ProxyRecords, type UpstreamAnswer } from './postgres/proxy/upstream-answers.js'
export type { Candidate, CandidateRepository } from './postgres/retention/candidates.js'
export { createRetention } from './postgres/retention/create-retention.js'
export type { Taken } from './postgres/retention/take-candidates.js'
export { findTagRules } from './postgres/rules/held-roles.js'
export { findTagRule } from './postgres/rules/tag-rules.js'
export { createScrub, type HeldBlob, type KnownBlob, type Scrub } from './postgres/scrub.js'
export { takeTagBack } from './postgres/tag-history.js'
export { createTag, deleteTag } from './postgres/tags.js'
export { findUsage, keepUsage, keepWaitingBytes, listProjectsToCount, type ProjectUsage } from './postgres/usage.js'
export { MAX_CONFIG_SIZE, readImageConfig } from './read-image-config.js'
export type {
  BrokenEntry,
  FinishedUpload,
  FoundManifest,
  LinkedBlob,
  ManifestPush,
  MountSource,
  Page,
  ReferrerPage,
  RegistryMetadata,
  ToldPull,
} from './registry-metadata.js'
