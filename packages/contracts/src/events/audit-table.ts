import type { EventPayload, EventType } from './event-table.js'

/** How an event is told in the audit log, in the words of Harbor's API where Harbor has such an event. */
export interface AuditRow<Type extends EventType = EventType> {
  readonly operation: string
  readonly resourceType: string
  /** The name of what it is about. */
  readonly resource: (payload: EventPayload<Type>) => string
  /** What the description says beside these three. */
  readonly detail?: (payload: EventPayload<Type>) => string | undefined
  /** It tells that something did not come about. */
  readonly failed?: true
  /** Tells it in the words of another event: of the change that was refused. */
  readonly as?: (payload: EventPayload<Type>) => { readonly operation: string; readonly resourceType: string }
}

const named = (repository: string, digest: string, tag?: string) =>
  tag === undefined ? `${repository}@${digest}` : `${repository}:${tag}`
const ofArtifact = ({ repository, digest }: EventPayload<'artifact.purged'>) => named(repository, digest)
const ofTag = ({ repository, digest, tag }: EventPayload<'tag.deleted'>) => named(repository, digest, tag)
const ofRepository = ({ repository }: { readonly repository: string }) => repository
const ofLabel = ({ label }: EventPayload<'label.deleted'>) => label
const ofProject = ({ project }: EventPayload<'project.deleted'>) => project
const ofRules = ({ rules }: EventPayload<'retention.created'>) => `rules: ${rules}`
const ofWebhook = ({ project, webhook }: EventPayload<'webhook.deleted'>) => `${project}: ${webhook}`
const ofTagRule = ({ project, rule }: EventPayload<'tag-rule.deleted'>) => `${project}: ${rule}`
const ofUser = ({ user }: EventPayload<'user.deleted'>) => user
const ofIdentity = ({ issuer, subject }: EventPayload<'user.identity-linked'>) => `subject ${subject} of ${issuer}`
const ofGroup = ({ group }: EventPayload<'group.deleted'>) => group
const ofRole = ({ role }: EventPayload<'role.deleted'>) => role
const ofRobot = ({ robot }: EventPayload<'robot.deleted'>) => robot
const memberName = (member: EventPayload<'member.added'>) => ('user' in member ? member.user : member.group)
const ofMember = ({ project, role_id }: EventPayload<'member.added'>) => `in project ${project}, role ${role_id}`
const ofRegistry = ({ registry }: EventPayload<'registry.deleted'>) => registry
const ofReplication = ({ policy }: EventPayload<'replication.deleted'>) => policy
const onOrOff = ({ enabled }: { readonly enabled: boolean }) => (enabled ? 'on' : 'off')
const ofJob = ({ job }: EventPayload<'job.started'>) => job
const ofQueue = ({ queue }: EventPayload<'queue.paused'>) => queue
const ofRun = ({ execution_id }: EventPayload<'job.started'>) => `run ${execution_id}`
const times = ({ count }: { readonly count: number }) => (count === 1 ? undefined : `${count} times`)
const list = (names: readonly string[]) => names.join(', ')

/**
 * Every kind of event as an entry of the audit log. `operation_resourceType` is the name by which it is kept out of the log
 * (`disabled_audit_log_event_types`) and purged (`include_event_types`).
 */
export const auditTable: { readonly [Type in EventType]: AuditRow<Type> } = {
  'artifact.pushed': {
    operation: 'create',
    resourceType: 'artifact',
    resource: ({ repository, digest, tags }) => named(repository, digest, tags[0]),
    detail: ({ digest }) => digest,
  },
  'artifact.pulled': {
    operation: 'pull',
    resourceType: 'artifact',
    resource: ({ repository, digest, tag }) => named(repository, digest, tag),
    detail: times,
  },
  'artifact.deleted': {
    operation: 'delete',
    resourceType: 'artifact',
    resource: ofArtifact,
    detail: ({ tags }) => (tags.length === 0 ? undefined : `with the tags ${list(tags.slice(0, 20))}`),
  },
  'artifact.restored': { operation: 'restore', resourceType: 'artifact', resource: ofArtifact },
  'artifact.purged': {
    operation: 'delete',
    resourceType: 'artifact',
    resource: ofArtifact,
    detail: () => 'for good, before its time',
  },
  'artifact.labelled': {
    operation: 'update',
    resourceType: 'artifact',
    resource: ofArtifact,
    detail: ({ label }) => `labelled ${label}`,
  },
  'artifact.unlabelled': {
    operation: 'update',
    resourceType: 'artifact',
    resource: ofArtifact,
    detail: ({ label }) => `no longer labelled ${label}`,
  },
  'tag.created': { operation: 'create', resourceType: 'tag', resource: ofTag },
  'tag.deleted': {
    operation: 'delete',
    resourceType: 'tag',
    resource: ofTag,
    detail: ({ with_artifact }) => (with_artifact ? 'with its artifact' : undefined),
  },
  'tag.restored': { operation: 'restore', resourceType: 'tag', resource: ofTag },
  'repository.updated': { operation: 'update', resourceType: 'repository', resource: ofRepository },
  'repository.deleted': { operation: 'delete', resourceType: 'repository', resource: ofRepository },

  'label.created': { operation: 'create', resourceType: 'label', resource: ofLabel },
  'label.updated': { operation: 'update', resourceType: 'label', resource: ofLabel },
  'label.deleted': { operation: 'delete', resourceType: 'label', resource: ofLabel },

  'project.created': { operation: 'create', resourceType: 'project', resource: ofProject },
  'project.updated': {
    operation: 'update',
    resourceType: 'project',
    resource: ofProject,
    detail: ({ changed }) => list(Object.keys(changed)),
  },
  'project.deleted': { operation: 'delete', resourceType: 'project', resource: ofProject },
  'retention.created': { operation: 'create', resourceType: 'retention', resource: ofProject, detail: ofRules },
  'retention.changed': { operation: 'update', resourceType: 'retention', resource: ofProject, detail: ofRules },
  'retention.deleted': { operation: 'delete', resourceType: 'retention', resource: ofProject },
  'tag-rule.created': { operation: 'create', resourceType: 'tag_rule', resource: ofTagRule },
  'tag-rule.changed': {
    operation: 'update',
    resourceType: 'tag_rule',
    resource: ofTagRule,
    detail: ({ disabled }) => (disabled ? 'off' : 'on'),
  },
  'tag-rule.deleted': { operation: 'delete', resourceType: 'tag_rule', resource: ofTagRule },
  'retention.applied': {
    operation: 'purge',
    resourceType: 'artifact',
    resource: ofRepository,
    detail: ({ total, retained, execution_id }) =>
      `${total - retained} of ${total}, by run ${execution_id} of its retention policy`,
  },
  'webhook.created': { operation: 'create', resourceType: 'webhook', resource: ofWebhook },
  'webhook.changed': {
    operation: 'update',
    resourceType: 'webhook',
    resource: ofWebhook,
    detail: onOrOff,
  },
  'webhook.deleted': { operation: 'delete', resourceType: 'webhook', resource: ofWebhook },
  'quota.changed': {
    operation: 'update',
    resourceType: 'quota',
    resource: ofProject,
    detail: ({ storage, before }) => `${storage} bytes, ${before} before`,
  },
  'quota.warned': {
    operation: 'warn',
    resourceType: 'quota',
    resource: ofProject,
    detail: ({ storage, used }) => `${used} of ${storage} bytes used`,
  },
  'quota.exceeded': {
    operation: 'exceed',
    resourceType: 'quota',
    resource: ofProject,
    detail: ({ storage }) => `no room within ${storage} bytes`,
    failed: true,
  },
  'quota.repaired': {
    operation: 'repair',
    resourceType: 'quota',
    resource: ofProject,
    detail: ({ before, after }) => `${after} bytes, not ${before}`,
  },
  'member.added': { operation: 'create', resourceType: 'member', resource: memberName, detail: ofMember },
  'member.changed': { operation: 'update', resourceType: 'member', resource: memberName, detail: ofMember },
  'member.removed': { operation: 'delete', resourceType: 'member', resource: memberName, detail: ofMember },

  'group.created': { operation: 'create', resourceType: 'user_group', resource: ofGroup },
  'group.updated': { operation: 'update', resourceType: 'user_group', resource: ofGroup },
  'group.deleted': { operation: 'delete', resourceType: 'user_group', resource: ofGroup },

  'role.created': { operation: 'create', resourceType: 'role', resource: ofRole },
  'role.changed': { operation: 'update', resourceType: 'role', resource: ofRole },
  'role.deleted': { operation: 'delete', resourceType: 'role', resource: ofRole },

  'user.created': { operation: 'create', resourceType: 'user', resource: ofUser },
  'user.updated': { operation: 'update', resourceType: 'user', resource: ofUser },
  'user.deleted': { operation: 'delete', resourceType: 'user', resource: ofUser },
  'user.password-changed': { operation: 'update', resourceType: 'user', resource: ofUser, detail: () => 'password' },
  'user.admin-changed': {
    operation: 'update',
    resourceType: 'user',
    resource: ofUser,
    detail: ({ admin }) => (admin ? 'administrator from now on' : 'no administrator any more'),
  },
  'user.identity-linked': {
    operation: 'update',
    resourceType: 'user',
    resource: ofUser,
    detail: (identity) => `linked ${ofIdentity(identity)}`,
  },
  'user.identity-unlinked': {
    operation: 'update',
    resourceType: 'user',
    resource: ofUser,
    detail: (identity) => `unlinked ${ofIdentity(identity)}`,
  },
  'user.cli-secret-changed': {
    operation: 'update',
    resourceType: 'user',
    resource: ofUser,
    detail: () => 'CLI secret',
  },
  'user.token-created': {
    operation: 'create',
    resourceType: 'access_token',
    resource: ({ user, token }) => `${user}: ${token}`,
  },
  'user.token-deleted': {
    operation: 'delete',
    resourceType: 'access_token',
    resource: ({ user, token }) => `${user}: ${token}`,
  },
  'user.sessions-ended': {
    operation: 'update',
    resourceType: 'user',
    resource: ofUser,
    detail: ({ count }) => `sessions ended: ${count}`,
  },
  'user.second-factor-offered': {
    operation: 'update',
    resourceType: 'user',
    resource: ofUser,
    detail: () => 'second factor offered',
  },
  'user.second-factor-enabled': {
    operation: 'update',
    resourceType: 'user',
    resource: ofUser,
    detail: () => 'second factor on',
  },
  'user.second-factor-disabled': {
    operation: 'update',
    resourceType: 'user',
    resource: ofUser,
    detail: () => 'second factor off',
  },
  'user.recovery-codes-renewed': {
    operation: 'update',
    resourceType: 'user',
    resource: ofUser,
    detail: () => 'new recovery codes',
  },
  'user.recovery-code-used': {
    operation: 'update',
    resourceType: 'user',
    resource: ofUser,
    detail: ({ left }) => `recovery code used, ${left} left`,
  },
  'user.signed-in': { operation: 'login', resourceType: 'user', resource: ofUser },
  'user.signed-out': { operation: 'logout', resourceType: 'user', resource: ofUser },
  'user.sign-in-failed': {
    operation: 'login',
    resourceType: 'user',
    resource: ({ login }) => login,
    detail: ({ reason, count }) => [reason, times({ count })].filter(Boolean).join(', '),
    failed: true,
  },

  'robot.created': { operation: 'create', resourceType: 'robot', resource: ofRobot },
  'robot.updated': {
    operation: 'update',
    resourceType: 'robot',
    resource: ofRobot,
    detail: ({ changed }) => list(changed),
  },
  'robot.secret-changed': { operation: 'update', resourceType: 'robot', resource: ofRobot, detail: () => 'secret' },
  'robot.deleted': { operation: 'delete', resourceType: 'robot', resource: ofRobot },

  'registry.created': {
    operation: 'create',
    resourceType: 'registry',
    resource: ofRegistry,
    detail: ({ url }) => url,
  },
  'registry.updated': {
    operation: 'update',
    resourceType: 'registry',
    resource: ofRegistry,
    detail: ({ url, changed }) => `${url}: ${list(changed)}`,
  },
  'registry.deleted': { operation: 'delete', resourceType: 'registry', resource: ofRegistry },
  'replication.created': {
    operation: 'create',
    resourceType: 'replication_policy',
    resource: ofReplication,
    detail: onOrOff,
  },
  'replication.changed': {
    operation: 'update',
    resourceType: 'replication_policy',
    resource: ofReplication,
    detail: onOrOff,
  },
  'replication.deleted': { operation: 'delete', resourceType: 'replication_policy', resource: ofReplication },

  'replication.finished': {
    operation: 'replicate',
    resourceType: 'project',
    resource: ofProject,
    detail: ({ policy, succeeded, failed, execution_id }) =>
      `${policy}: ${succeeded} artifacts, ${failed} failed, by run ${execution_id}`,
  },

  'settings.changed': { operation: 'update', resourceType: 'configuration', resource: ({ keys }) => list(keys) },
  'cve-allowlist.changed': {
    operation: 'update',
    resourceType: 'cve_allowlist',
    resource: () => '',
    detail: ({ entries }) => `${entries} entries`,
  },
  'schedule.changed': {
    operation: 'update',
    resourceType: 'schedule',
    resource: ({ job }) => job,
    detail: ({ cron }) => cron ?? 'none',
  },
  'job.started': { operation: 'start', resourceType: 'job', resource: ofJob, detail: ofRun },
  'job.stopped': { operation: 'stop', resourceType: 'job', resource: ofJob, detail: ofRun },
  'queue.paused': { operation: 'pause', resourceType: 'job_queue', resource: ofQueue },
  'queue.resumed': { operation: 'resume', resourceType: 'job_queue', resource: ofQueue },
  'queue.stopped': {
    operation: 'stop',
    resourceType: 'job_queue',
    resource: ofQueue,
    detail: ({ jobs }) => `jobs: ${jobs}`,
  },
  'audit.purged': {
    operation: 'purge',
    resourceType: 'audit_log',
    resource: () => '',
    detail: ({ entries, hours }) => `${entries} entries older than ${hours} hours`,
  },
  'change.refused': {
    operation: 'refuse',
    resourceType: 'change',
    resource: ({ resource }) => resource,
    detail: ({ reason, count }) => [reason, times({ count })].filter(Boolean).join(', '),
    failed: true,
    as: ({ operation, resource_type }) => ({ operation, resourceType: resource_type }),
  },
}
