import 'reflect-metadata'
import { expect, it } from 'vitest'
import { allRoutes, type Route } from '../testing/routes.test.support.js'

/**
 * Who may call what, written down a second time: whoever changes a rule, by intent or not, meets it here. A permission is held in the
 * system, in each project that is shown, or where the path leads: in a project, a repository or an artifact.
 */
const rules = `
  POST c/login: anyone, in read-only mode too
  GET c/log_out: anyone
  POST c/userExists: anyone, in read-only mode too
  GET c/oidc/login: anyone
  GET c/oidc/callback: anyone
  POST c/oidc/onboard: anyone, in read-only mode too
  GET c/oidc/logout: anyone
  GET c/oidc/failure: anyone
  POST system/oidc/ping: configuration:update in system, in read-only mode too
  GET service/token: anyone
  GET ping: anyone
  GET health: anyone
  GET systeminfo: anyone
  GET api/version: anyone
  GET statistics: signed-in
  GET statistics/top: quota:list in system
  GET overview: signed-in
  GET projects/:project_name_or_id/activity: self:read in project
  GET projects/:project_name_or_id/usage: quota:read in project
  GET projects/:project_name/repositories/:repository_name/usage: repository:read in repository
  GET search: repository:list in each project
  GET search/all: repository:list in each project
  GET configurations: configuration:read in system
  PUT configurations: configuration:update in system, in read-only mode too
  GET users: user:list in system
  POST users: sign-up or user:create
  GET users/current: user
  GET users/current/permissions: signed-in
  GET users/current/sessions: user in person
  DELETE users/current/sessions: user in person, in read-only mode too
  DELETE users/current/sessions/:session_id: user in person, in read-only mode too
  DELETE users/:user_id/sessions: user:update in system in person, in read-only mode too
  GET users/current/second_factor: user in person
  POST users/current/second_factor: user in person
  POST users/current/second_factor/enable: user in person
  POST users/current/second_factor/disable: user in person
  POST users/current/second_factor/recovery_codes: user in person
  DELETE users/:user_id/second_factor: user:update in system in person
  GET users/current/tokens: user in person
  POST users/current/tokens: user in person
  DELETE users/current/tokens/:token_id: user in person, in read-only mode too
  GET users/:user_id/tokens: user:read in system in person
  DELETE users/:user_id/tokens/:token_id: user:update in system in person, in read-only mode too
  GET users/search: user
  GET users/:user_id: self or user:read
  GET users/:user_id/identities: self or user:read
  POST users/:user_id/identities: user:update in system in person
  DELETE users/:user_id/identities/:identity_id: user:update in system in person
  PUT users/:user_id: self or user:update
  DELETE users/:user_id: user:delete in system
  PUT users/:user_id/sysadmin: user:update in system in person
  PUT users/:user_id/password: self or user:update in person
  PUT users/:user_id/cli_secret: self or user:update in person
  POST ldap/ping: configuration:read in system, in read-only mode too
  GET ldap/users/search: ldap-user:list in system
  GET ldap/groups/search: ldap-user:list in system
  POST ldap/users/import: ldap-user:create in system
  GET usergroups: user-group:list in system
  GET usergroups/search: signed-in
  POST usergroups: user-group:create in system
  GET usergroups/:group_id: user-group:read in system
  PUT usergroups/:group_id: user-group:update in system
  DELETE usergroups/:group_id: user-group:delete in system
  HEAD projects: signed-in
  GET projects: self:read in each project
  POST projects: signed-in
  GET projects/:project_name_or_id: self:read in project
  PUT projects/:project_name_or_id: self:update in project
  DELETE projects/:project_name_or_id: self:delete in project
  GET projects/:project_name_or_id/_deletable: self:delete in project
  GET projects/:project_name_or_id/summary: self:read in project
  GET projects/:project_name_or_id/metadatas: metadata:list in project
  POST projects/:project_name_or_id/metadatas: metadata:create in project
  GET projects/:project_name_or_id/metadatas/:meta_name: metadata:read in project
  PUT projects/:project_name_or_id/metadatas/:meta_name: metadata:update in project
  DELETE projects/:project_name_or_id/metadatas/:meta_name: metadata:delete in project
  GET projects/:project_name_or_id/immutabletagrules: immutable-tag:list in project
  POST projects/:project_name_or_id/immutabletagrules: immutable-tag:create in project
  PUT projects/:project_name_or_id/immutabletagrules/:immutable_rule_id: immutable-tag:update in project
  DELETE projects/:project_name_or_id/immutabletagrules/:immutable_rule_id: immutable-tag:delete in project
  GET projects/:project_name_or_id/matchingtags: tag:list in project
  POST projects/:project_name_or_id/webhook/policies/test: notification-policy:update in project
  GET projects/:project_name_or_id/webhook/policies: notification-policy:list in project
  POST projects/:project_name_or_id/webhook/policies: notification-policy:create in project
  GET projects/:project_name_or_id/webhook/policies/:webhook_policy_id: notification-policy:read in project
  PUT projects/:project_name_or_id/webhook/policies/:webhook_policy_id: notification-policy:update in project
  DELETE projects/:project_name_or_id/webhook/policies/:webhook_policy_id: notification-policy:delete in project
  GET projects/:project_name_or_id/webhook/events: notification-policy:read in project
  GET projects/:project_name_or_id/webhook/lasttrigger: notification-policy:read in project
  GET projects/:project_name_or_id/webhook/policies/:webhook_policy_id/executions: notification-policy:read in project
  GET projects/:project_name_or_id/webhook/policies/:webhook_policy_id/executions/:execution_id/tasks: notification-policy:read in project
  GET projects/:project_name_or_id/webhook/policies/:webhook_policy_id/executions/:execution_id/tasks/:task_id/log: notification-policy:read in project
  POST projects/:project_name_or_id/webhook/policies/:webhook_policy_id/executions/:execution_id/redelivery: notification-policy:update in project
  GET projects/:project_name_or_id/webhook/jobs: notification-policy:list in project
  GET retentions/metadatas: signed-in
  POST retentions: tag-retention:create in asked
  GET retentions/:id: tag-retention:read in retention project id
  PUT retentions/:id: tag-retention:update in retention project id
  DELETE retentions/:id: tag-retention:delete in retention project id
  GET retentions/:id/executions: tag-retention:list in retention project id
  POST retentions/:id/executions: tag-retention:update in retention project id
  PATCH retentions/:id/executions/:eid: tag-retention:update in retention project id
  GET retentions/:id/executions/:eid/tasks: tag-retention:list in retention project id
  GET retentions/:id/executions/:eid/tasks/:tid: tag-retention:read in retention project id
  GET retentions/:id/executions/:eid/artifacts: tag-retention:read in retention project id
  GET systeminfo/volumes: system-volumes:read in system
  GET systeminfo/getcert: anyone
  GET icons/:digest: anyone
  GET settings: configuration:read in system
  GET internalconfig: configuration:read in system
  GET projects/:project_name_or_id/members: member:list in project
  POST projects/:project_name_or_id/members: member:create in project
  GET projects/:project_name_or_id/members/:mid: member:read in project
  PUT projects/:project_name_or_id/members/:mid: member:update in project
  DELETE projects/:project_name_or_id/members/:mid: member:delete in project
  GET roles: signed-in
  POST roles: role:create in system
  GET roles/:role_id: signed-in
  PUT roles/:role_id: role:update in system
  DELETE roles/:role_id: role:delete in system
  GET roles/:role_id/members: role:read in system
  GET permissions: signed-in
  GET robots: robot:list in asked
  POST robots: robot:create in asked
  GET robots/:robot_id: robot:read in robot project or system robot_id
  PUT robots/:robot_id: robot:update in robot project or system robot_id
  PATCH robots/:robot_id: robot:update in robot project or system robot_id
  DELETE robots/:robot_id: robot:delete in robot project or system robot_id
  GET projects/:project_name_or_id/robots: robot:list in project
  POST projects/:project_name_or_id/robots: robot:create in project
  GET projects/:project_name_or_id/robots/:robot_id: robot:read in project
  PUT projects/:project_name_or_id/robots/:robot_id: robot:update in project
  DELETE projects/:project_name_or_id/robots/:robot_id: robot:delete in project
  GET repositories: repository:list in each project
  GET projects/:project_name/repositories: repository:list in part of project
  GET projects/:project_name/repositories/:repository_name: repository:list in repository
  PUT projects/:project_name/repositories/:repository_name: repository:update in repository
  DELETE projects/:project_name/repositories/:repository_name: repository:delete in repository
  GET projects/:project_name_or_id/artifacts: artifact:list in part of project
  GET projects/:project_name/repositories/:repository_name/artifacts: artifact:list in repository
  GET projects/:project_name/repositories/:repository_name/artifacts/:reference: artifact:read in artifact
  GET projects/:project_name/repositories/:repository_name/artifacts/:reference/deletion: artifact:delete in artifact
  DELETE projects/:project_name/repositories/:repository_name/artifacts/:reference: artifact:delete in artifact
  GET projects/:project_name/repositories/:repository_name/artifacts/:reference/additions/build_history: artifact-addition:read in artifact
  GET projects/:project_name/repositories/:repository_name/artifacts/:reference/additions/values.yaml: artifact-addition:read in artifact
  GET projects/:project_name/repositories/:repository_name/artifacts/:reference/additions/readme.md: artifact-addition:read in artifact
  GET projects/:project_name/repositories/:repository_name/artifacts/:reference/additions/license: artifact-addition:read in artifact
  GET projects/:project_name/repositories/:repository_name/artifacts/:reference/additions/dependencies: artifact-addition:read in artifact
  GET projects/:project_name/repositories/:repository_name/artifacts/:reference/accessories: accessory:list in artifact
  GET projects/:project_name/repositories/:repository_name/artifacts/:reference/referrers: accessory:list in artifact
  GET projects/:project_name/repositories/:repository_name/artifacts/:reference/layers: artifact-addition:read in artifact
  GET projects/:project_name/repositories/:repository_name/artifacts/:reference/manifest: artifact-addition:read in artifact
  GET projects/:project_name/repositories/:repository_name/artifacts/:reference/additions/files: artifact-addition:read in artifact
  GET projects/:project_name/repositories/:repository_name/artifacts/:reference/additions/:addition: artifact-addition:read in artifact
  GET projects/:project_name/repositories/:repository_name/tags: tag:list in repository
  GET projects/:project_name/repositories/:repository_name/tags/:tag_name/history: repository:read in repository
  POST projects/:project_name/repositories/:repository_name/tags/:tag_name/history/:event_id/restore: repository:push in repository
  POST projects/:project_name/repositories/:repository_name/artifacts: artifact:create in repository
  DELETE projects/:project_name/repositories/:repository_name/tags/:tag_name: tag:delete in repository
  GET projects/:project_name/repositories/:repository_name/artifacts/:reference/tags: tag:list in artifact
  POST projects/:project_name/repositories/:repository_name/artifacts/:reference/tags: tag:create in artifact
  DELETE projects/:project_name/repositories/:repository_name/artifacts/:reference/tags/:tag_name: tag:delete in artifact
  DELETE projects/:project_name/repositories/:repository_name/deleted/:reference: repository:delete in repository
  GET projects/:project_name/repositories/:repository_name/deleted: repository:read in repository
  POST projects/:project_name/repositories/:repository_name/deleted/:reference/restore: repository:push in repository
  POST projects/:project_name/repositories/:repository_name/artifacts/:reference/labels: artifact-label:create in artifact
  DELETE projects/:project_name/repositories/:repository_name/artifacts/:reference/labels/:label_id: artifact-label:delete in artifact
  GET labels: label:list in asked or signed-in
  POST labels: label:create in asked
  GET labels/:label_id: label:read in label project or system label_id
  PUT labels/:label_id: label:update in label project or system label_id
  DELETE labels/:label_id: label:delete in label project or system label_id
  GET quotas: quota:list in system
  GET quotas/:quota_id: quota:read in system
  PUT quotas/:quota_id: quota:update in system
  GET system/CVEAllowlist: signed-in
  PUT system/CVEAllowlist: configuration:update in system
  GET audit-logs: signed-in
  GET auditlog-exts: signed-in
  GET auditlog-exts/events: audit-log:list in system
  GET auditlog-exts/csv: signed-in
  GET projects/:project_name/auditlog-exts/csv: log:list in project
  POST system/auditlog-forward/ping: configuration:update in system, in read-only mode too
  GET projects/:project_name/logs: log:list in project
  GET projects/:project_name/auditlog-exts: log:list in project
  GET system/purgeaudit: purge-audit:list in system
  GET system/purgeaudit/schedule: purge-audit:read in system
  POST system/purgeaudit/schedule: purge-audit:create in system
  PUT system/purgeaudit/schedule: purge-audit:update in system
  GET system/purgeaudit/:purge_id: purge-audit:read in system
  PUT system/purgeaudit/:purge_id: purge-audit:stop in system
  GET system/purgeaudit/:purge_id/log: purge-audit:read in system
  GET stream: signed-in
  GET jobservice/pools: jobservice-monitor:list in system
  GET jobservice/pools/:pool_id/workers: jobservice-monitor:list in system
  GET jobservice/queues: jobservice-monitor:list in system
  PUT jobservice/queues/:job_type: jobservice-monitor:stop in system
  GET jobservice/jobs: jobservice-monitor:list in system
  GET jobservice/jobs/:job_id: jobservice-monitor:list in system
  GET jobservice/jobs/:job_id/tasks: jobservice-monitor:list in system
  PUT jobservice/jobs/:job_id: jobservice-monitor:stop in system
  GET jobservice/jobs/:job_id/log: jobservice-monitor:list in system
  GET schedules: jobservice-monitor:list in system
  GET schedules/:job_type/paused: signed-in
  GET registries: registry:list in system
  POST registries: registry:create in system
  POST registries/ping: registry:read in system, in read-only mode too
  GET registries/:id: registry:read in system
  PUT registries/:id: registry:update in system
  DELETE registries/:id: registry:delete in system
  GET registries/:id/info: registry:read in system
  GET replication/adapters: replication-adapter:list in system
  GET replication/adapterinfos: replication-adapter:list in system
  GET replication/policies: replication-policy:list in system
  POST replication/policies: replication-policy:create in system
  GET replication/policies/:id: replication-policy:read in system
  PUT replication/policies/:id: replication-policy:update in system
  DELETE replication/policies/:id: replication-policy:delete in system
  GET replication/executions: replication:list in system
  POST replication/executions: replication:create in system
  GET replication/executions/:id: replication:read in system
  PUT replication/executions/:id: replication:create in system
  GET replication/executions/:id/tasks: replication:list in system
  GET replication/executions/:id/tasks/:task_id/log: replication:read in system
  GET system/gc: garbage-collection:list in system
  GET system/gc/schedule: garbage-collection:read in system
  POST system/gc/schedule: garbage-collection:create in system
  PUT system/gc/schedule: garbage-collection:update in system
  GET system/gc/:gc_id: garbage-collection:read in system
  PUT system/gc/:gc_id: garbage-collection:stop in system
  GET system/gc/:gc_id/log: garbage-collection:read in system
`

function describeRule({ method, path, rule, allowedInReadOnly }: Route): string {
  const needed = [rule?.kind === 'needs' ? '' : rule?.kind]
  if (rule && 'permission' in rule) needed.push(rule.kind === 'needs' ? rule.permission : `or ${rule.permission}`)
  if (rule?.kind === 'needs') needed.push('in', 'of' in rule ? rule.of : rule.scope)
  if (rule?.kind === 'needs' && 'partly' in rule) needed.splice(-1, 0, 'part of')
  if (rule?.kind === 'needs' && 'parameter' in rule) needed.push(rule.scope, rule.parameter)
  if (rule?.kind === 'needs' && rule.scope === 'project or signed in') needed.push('or signed-in')
  if (rule && 'inPerson' in rule) needed.push('in person')
  return `${method} ${path}: ${needed.filter(Boolean).join(' ')}${allowedInReadOnly ? ', in read-only mode too' : ''}`
}

it('every route asks for what this table says', () => {
  expect(allRoutes().map(describeRule).toSorted()).toEqual(rules.trim().split(/\n\s*/).toSorted())
})
