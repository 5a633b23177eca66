export * from './errors/berth-error.js'
export type { ErrorCode, ErrorKind, ErrorLanguage, Texts } from './errors/error-entry.js'
export { errorTable, proxyErrors } from './errors/error-table.js'
export type { ErrorReason, ReasonOf } from './errors/error-table.js'
export type { Actor } from './events/actor.js'
export { auditColumns, describeEntry } from './events/audit-entry.js'
export { auditTable } from './events/audit-table.js'
export { auditTypes, harborAuditTypes } from './events/audit-types.js'
export { eventTable, isEventType, type EventPayload, type EventType } from './events/event-table.js'
export { jobTypeOf, jobTypes, SCHEDULER } from './jobs/job-types.js'
export { LIVE_CHANNEL, type LiveChange, liveChanges } from './events/live-change.js'
export * from './jobs/jobs.js'
export { nextRun, nextRuns, withSecond } from './jobs/next-run.js'
export * as rest from './rest/index.js'
export { isCron } from './rules/cron.js'
export { distinguishedNameKey } from './rules/distinguished-name.js'
export { BUILT_IN_ADMIN_ID, isComment, isEmail, isRealname, isUsername, MAX_COMMENT } from './rules/identity.js'
export { isLabelName } from './rules/label-name.js'
export { fitsPasswordHash, isStrong, passwordFault } from './rules/password.js'
export {
  MOST_RULES,
  type NameSelector,
  readSelector,
  selects,
  selectorsText,
  type TagSelectors,
} from './rules/name-selector.js'
export { isPattern, matchesPattern } from './rules/pattern.js'
export { patternExpression, wholePatternExpression } from './rules/pattern-expression.js'
export {
  actionTitles,
  givableTitle,
  permissionTitle,
  resourceTitles,
  systemResourceTitles,
} from './rules/permission-title.js'
export { isProjectName } from './rules/project-name.js'
export { readRetentionRules } from './rules/read-retention.js'
export {
  commonStart,
  destinationName,
  type GivenReplicationFilter,
  isNameReplicated,
  isPlainName,
  MOST_FILTER_LABELS,
  MOST_FLATTENED,
  MOST_REPLICATIONS,
  narrowestName,
  passingTags,
  readReplicationFilters,
  replicatedTags,
  type ReplicationCandidate,
  replicationFilterFault,
  type ReplicationFilters,
  replicationFilterTypes,
  type ReplicationTrigger,
  replicationTriggers,
} from './rules/replication.js'
export { RetentionJudge } from './rules/retention-judge.js'
export {
  passesBrake,
  type RetentionCandidate,
  type RetentionRule,
  type RetentionVerdict,
  rulesFor,
} from './rules/retention.js'
export { isRoleName } from './rules/role-name.js'
export { isRobotName } from './rules/robot-name.js'
export { roleTitle } from './rules/role-title.js'
export { isStorable } from './rules/storable.js'
export { parseSyslogEndpoint, type SyslogEndpoint } from './rules/syslog-endpoint.js'
export {
  formatsOf,
  isHeaderValue,
  isWebhookAddress,
  MOST_TEMPLATE,
  MOST_WEBHOOKS,
  templateFault,
  type TemplateName,
  type WebhookEventType,
  webhookEventTypes,
  type WebhookFormat,
  webhookFormats,
  type WebhookKind,
  webhookKinds,
} from './rules/webhook.js'
