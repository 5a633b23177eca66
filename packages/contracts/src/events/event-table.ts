import { z } from 'zod'

const id = z.int().positive()

const inRepository = {
  project_id: id,
  repository_id: id,
  /** Full name, the project included. */
  repository: z.string(),
}
const ofArtifact = { ...inRepository, digest: z.string() }
const inProject = { project_id: id, project: z.string() }
const ofUser = { user_id: id, user: z.string() }
const ofGroup = { group_id: id, group: z.string() }
/** Either a user or a group. */
const ofMember = z.union([
  z.object({ ...inProject, ...ofUser, role_id: z.int() }),
  z.object({ ...inProject, ...ofGroup, role_id: z.int() }),
])
const ofRetention = z.object({
  ...inProject,
  policy_id: id,
  rules: z.int(),
  cron: z.string().nullable().optional(),
  max_percent: z.int().optional(),
})
const ofTagRule = z.object({
  ...inProject,
  rule_id: id,
  rule: z.string(),
  disabled: z.boolean(),
  roles: z.array(z.int()).nullable(),
  robots: z.boolean(),
})
const ofWebhook = z.object({ ...inProject, webhook_id: id, webhook: z.string(), enabled: z.boolean() })
const ofRole = { role_id: id, role: z.string() }
const definedRole = { ...ofRole, permissions: z.array(z.string()), repositories: z.array(z.string()).nullable() }
/** A robot of a project, or of none. `robot`: as it signs in. */
const ofRobot = { project_id: id.optional(), project: z.string().optional(), robot_id: id, robot: z.string() }
/** A label of a project, or of none. */
const ofLabel = { project_id: id.optional(), project: z.string().optional(), label_id: id, label: z.string() }
const ofQueue = { queue: z.string() }
/** A registry elsewhere. */
const ofRegistry = { registry_id: id, registry: z.string() }
/** A rule of replication. */
const ofReplication = z.object({ policy_id: id, policy: z.string(), enabled: z.boolean() })
const ofJob = { job: z.string(), execution_id: id }

/**
 * Every kind of change that is written down, with what it tells beside its time and its actor. What a receiver may want to know stands
 * in the payload, for what it names may be gone when the event is read.
 */
export const eventTable = {
  /** `created`: the repository did not hold it before. `replaced`: what those of the tags named that named something else. */
  'artifact.pushed': z.object({
    ...ofArtifact,
    media_type: z.string(),
    artifact_type: z.string().nullish(),
    kind: z.string(),
    created: z.boolean(),
    tags: z.array(z.string()),
    replaced: z.record(z.string(), z.string()),
  }),
  /** `count`: how often within some seconds, by the same caller from the same address. Written where pulls are asked for alone. */
  'artifact.pulled': z.object({ ...ofArtifact, tag: z.string().optional(), count: z.int().positive() }),
  /** `tags`: those that went with it. */
  'artifact.deleted': z.object({ ...ofArtifact, tags: z.array(z.string()) }),
  /** `tags`: those that came back with it. */
  'artifact.restored': z.object({ ...ofArtifact, media_type: z.string(), tags: z.array(z.string()) }),
  /** A deleted one that is gone for good before its time, because somebody wanted it so. */
  'artifact.purged': z.object(ofArtifact),
  'artifact.labelled': z.object({ ...ofArtifact, label_id: id, label: z.string() }),
  'artifact.unlabelled': z.object({ ...ofArtifact, label_id: id, label: z.string() }),
  /** Of an artifact that was there before; a tag that comes or moves with a push is part of `artifact.pushed`. */
  'tag.created': z.object({ ...ofArtifact, media_type: z.string(), tag: z.string() }),
  /** `with_artifact`: it went with its artifact, whose own event comes after those of its tags. */
  'tag.deleted': z.object({ ...ofArtifact, tag: z.string(), with_artifact: z.literal(true).optional() }),
  /** Of an artifact that is still there; where it comes back with the tag, that is `artifact.restored`. */
  'tag.restored': z.object({ ...ofArtifact, tag: z.string() }),
  'repository.updated': z.object({ ...inRepository, description: z.string() }),
  'repository.deleted': z.object(inRepository),

  'label.created': z.object(ofLabel),
  'label.updated': z.object(ofLabel),
  /** It has gone from every artifact, too. */
  'label.deleted': z.object(ofLabel),

  'project.created': z.object({ ...inProject, public: z.boolean() }),
  /** `changed`: the metadata that was given, `public` among it; of the allow-list, how many entries it has now. */
  'project.updated': z.object({ ...inProject, changed: z.record(z.string(), z.string()) }),
  'project.deleted': z.object(inProject),
  /** `rule`: the patterns of repositories and tags, in words. `roles`: whom it lets pass; null: nobody. */
  'tag-rule.created': ofTagRule,
  'tag-rule.changed': ofTagRule,
  'tag-rule.deleted': ofTagRule,
  /** `rules`: how many. `cron`: absent where nothing was said of it, null where it runs by hand alone. */
  'retention.created': ofRetention,
  'retention.changed': ofRetention,
  'retention.deleted': z.object({ ...inProject, policy_id: id }),
  /** A run of a policy has taken artifacts of a repository. `deleted`: the first of them, by a tag or a digest. */
  'retention.applied': z.object({
    ...inRepository,
    policy_id: id,
    execution_id: id,
    total: z.int(),
    retained: z.int(),
    deleted: z.array(z.string()),
  }),
  /** `webhook`: its name. What is secret of it is not told. */
  'webhook.created': ofWebhook,
  'webhook.changed': ofWebhook,
  'webhook.deleted': ofWebhook,
  /** Bytes; -1: no limit. */
  'quota.changed': z.object({ ...inProject, storage: z.int(), before: z.int() }),
  /** Most of the limit is used: told once for each time that this comes about. */
  'quota.warned': z.object({ ...inProject, storage: z.int(), used: z.int() }),
  /** Somebody could not store what the limit has no room for: told once within a minute, whatever else is refused in it. */
  'quota.exceeded': z.object({ ...inProject, storage: z.int() }),
  /** What the project was charged with was not what it holds, until now. */
  'quota.repaired': z.object({ ...inProject, before: z.int(), after: z.int() }),
  'member.added': ofMember,
  'member.changed': ofMember,
  'member.removed': ofMember,

  'group.created': z.object(ofGroup),
  'group.updated': z.object(ofGroup),
  'group.deleted': z.object(ofGroup),

  /** A role of the installation's own, with what it gives from then on: null stands for every repository. */
  'role.created': z.object(definedRole),
  'role.changed': z.object(definedRole),
  'role.deleted': z.object(ofRole),

  'user.created': z.object(ofUser),
  'user.updated': z.object(ofUser),
  'user.deleted': z.object(ofUser),
  'user.password-changed': z.object(ofUser),
  'user.admin-changed': z.object({ ...ofUser, admin: z.boolean() }),
  /** Who the user is at a source, from now on or no longer. */
  'user.identity-linked': z.object({ ...ofUser, issuer: z.string(), subject: z.string() }),
  'user.identity-unlinked': z.object({ ...ofUser, issuer: z.string(), subject: z.string() }),
  'user.signed-in': z.object(ofUser),
  'user.signed-out': z.object(ofUser),
  /** The user was shown a new secret. It has no effect before `user.second-factor-enabled`. */
  'user.second-factor-offered': z.object(ofUser),
  'user.second-factor-enabled': z.object(ofUser),
  /** By the user themselves, or by an administrator. */
  'user.second-factor-disabled': z.object(ofUser),
  'user.recovery-codes-renewed': z.object(ofUser),
  /** In place of a code, to sign in. `left`: how many there are still. */
  'user.recovery-code-used': z.object({ ...ofUser, left: z.int().nonnegative() }),
  /** Of the secret for command lines, which users of an OIDC provider have. */
  'user.cli-secret-changed': z.object(ofUser),
  /** `token`: its name. */
  'user.token-created': z.object({ ...ofUser, token_id: id, token: z.string() }),
  /** By the user themselves, or by an administrator. */
  'user.token-deleted': z.object({ ...ofUser, token_id: id, token: z.string() }),
  /** By the user themselves, or by an administrator. */
  'user.sessions-ended': z.object({ ...ofUser, count: z.int().positive() }),
  /**
   * `login`: the name that was given, whether or not there is such a user or robot; empty where there were more names than are told of.
   * `count`: how often, since the last event of this account and network. `reason`: the error's, where it was not a wrong password.
   */
  'user.sign-in-failed': z.object({
    login: z.string(),
    count: z.int().positive().default(1),
    reason: z.string().optional(),
  }),

  'robot.created': z.object(ofRobot),
  /** `changed`: names of what is another now. */
  'robot.updated': z.object({ ...ofRobot, changed: z.array(z.string()) }),
  'robot.secret-changed': z.object(ofRobot),
  'robot.deleted': z.object(ofRobot),

  /** `url`: where it is from then on. */
  'registry.created': z.object({ ...ofRegistry, url: z.string() }),
  /** `changed`: names of what is another now. */
  'registry.updated': z.object({ ...ofRegistry, url: z.string(), changed: z.array(z.string()) }),
  'registry.deleted': z.object(ofRegistry),

  /** `policy`: its name. */
  'replication.created': ofReplication,
  'replication.changed': ofReplication,
  'replication.deleted': ofReplication,
  /**
   * A run of a policy has ended that had to do with artifacts of a project here. `started`: seconds since 1970. `registry`: the one elsewhere.
   * `succeeded`, `failed`: artifacts; the first of them are named.
   */
  'replication.finished': z.object({
    ...inProject,
    policy_id: id,
    policy: z.string(),
    creator: z.string(),
    execution_id: id,
    started: z.int(),
    trigger: z.string(),
    status: z.string(),
    override: z.boolean(),
    direction: z.enum(['push', 'pull']),
    registry: z.string(),
    registry_type: z.string(),
    endpoint: z.string(),
    signed_in: z.boolean(),
    namespace: z.string(),
    succeeded: z.int(),
    failed: z.int(),
    succeeded_names: z.array(z.string()),
    failed_names: z.array(z.string()),
  }),

  /** `keys`: those that were given. Values are left out, for some are secrets. */
  'settings.changed': z.object({ keys: z.array(z.string()) }),
  /** Of the platform. `entries`: how many it has now. */
  'cve-allowlist.changed': z.object({ entries: z.int().nonnegative() }),
  /** `cron`: null where the job has no schedule any more. */
  'schedule.changed': z.object({ job: z.string(), cron: z.string().nullable() }),
  'job.started': z.object(ofJob),
  'job.stopped': z.object(ofJob),
  /** `queue`: a type of jobs, or `SCHEDULER`. */
  'queue.paused': z.object(ofQueue),
  'queue.resumed': z.object(ofQueue),
  /** What waited has been ended. `jobs`: how many. */
  'queue.stopped': z.object({ ...ofQueue, jobs: z.int().positive() }),

  /** Entries of the audit log that are gone. */
  'audit.purged': z.object({ entries: z.int(), hours: z.int() }),
  /**
   * A change that somebody asked for and that did not come about. `operation`, `resource_type`: as the audit log would have told it.
   * `resource`: as the request names it. `count`: how often, since the last event of this caller and change.
   */
  'change.refused': z.object({
    project_id: id.optional(),
    operation: z.string(),
    resource_type: z.string(),
    resource: z.string(),
    route: z.string(),
    status: z.int(),
    reason: z.string(),
    count: z.int().positive().default(1),
  }),
} as const

export type EventType = keyof typeof eventTable
export type EventPayload<Type extends EventType> = z.output<(typeof eventTable)[Type]>

export function isEventType(type: string): type is EventType {
  return Object.hasOwn(eventTable, type)
}
