import { parseRepositoryName } from '@berth/oci'
import sql, { type Sql } from 'sql-template-tag'
import { accessoryView } from '../content/artifacts/accessory-view.js'
import { artifactView, inRepository, listed } from '../content/artifacts/artifact-view.js'
import { deletedView } from '../content/deleted/deleted-view.js'
import { historyView } from '../content/deleted/history-view.js'
import { labelView } from '../content/labels/label-view.js'
import { repositoryView } from '../content/repositories/repository-view.js'
import { repositoryTagView, tagView } from '../content/tags/tag-view.js'
import { auditView } from '../operation/audit/audit-view.js'
import { executionView } from '../operation/executions/execution-view.js'
import { jobRunView } from '../operation/job-queues/job-run-view.js'
import { scheduleTaskView } from '../operation/job-queues/schedule-task-view.js'
import { groupSearchView, groupView } from '../people/groups/group-view.js'
import { memberView } from '../people/members/member-view.js'
import { roleHolderView } from '../people/roles/role-holder-view.js'
import { roleView } from '../people/roles/role-view.js'
import { robotView } from '../people/robots/robot-view.js'
import { userSearchView, userView } from '../people/users/user-view.js'
import { projectView } from '../projects/projects/project-view.js'
import { retentionExecutionView } from '../projects/retention/retention-execution-view.js'
import { retentionTaskView } from '../projects/retention/retention-task-view.js'
import { retentionVerdictView } from '../projects/retention/retention-verdict-view.js'
import { registryView } from '../exchange/registries/registry-view.js'
import { replicationExecutionView, rootRuns } from '../exchange/replications/replication-execution-view.js'
import { replicationTaskView } from '../exchange/replications/replication-task-view.js'
import { replicationView } from '../exchange/replications/replication-view.js'
import { tagRuleView } from '../projects/tag-rules/tag-rule-view.js'
import { deliveryJobView } from '../projects/webhooks/delivery-job-view.js'
import { deliveryTaskView } from '../projects/webhooks/delivery-task-view.js'
import { deliveryView } from '../projects/webhooks/delivery-view.js'
import { ofWebhook } from '../projects/webhooks/delivery-fields.js'
import { webhookView } from '../projects/webhooks/webhook-view.js'
import { quotaView } from '../projects/quotas/quota-view.js'
import type { ListView } from './list-view.js'

/** A list as the api makes it, of the database that fillDatabase fills: the repository 1 and the project 1 are the largest. */
export interface ListedView {
  readonly name: string
  /** Below `src/`. */
  readonly file: string
  readonly view: ListView
  readonly where: readonly Sql[]
  /**
   * Fields without an index for them, because there are thousands of rows at most: sorted or looked through when asked. Of a view that
   * is small itself that is every field. `name~`: parts of names alone.
   */
  readonly withoutIndex?: readonly string[]
  /** Values to look for, where any text is no value. */
  readonly samples?: Readonly<Record<string, string>>
}

const inOne = inRepository({ id: 1, name: parseRepositoryName('p/one'), project: { id: 1, name: 'p', public: false } })
const digest = `sha256:${'0f'.repeat(32)}`

/** Fields of users that no index orders. */
const ofUsers = ['person', 'email', 'realname', 'comment', 'length', 'sysadmin_flag', 'creation_time', 'update_time']

/** With tags and without. */
const ofRepository = {
  file: 'content/artifacts/artifact-view.ts',
  where: [sql`a.repository_id = ${1}`, listed],
  // The same in every row of a repository.
  withoutIndex: ['repository_id', 'repository_name', 'project_id', 'icon', 'base'],
  samples: { type: 'CHART', digest, labels: '77', base: '*' },
}

/** Every view. */
export const viewTable: readonly ListedView[] = [
  {
    name: 'artifacts of a repository',
    ...ofRepository,
    view: artifactView({ withTags: true, withLabels: true, withAccessories: true }, inOne),
  },
  {
    name: 'artifacts of a repository without tags',
    ...ofRepository,
    view: artifactView({ withTags: false, withLabels: false, withAccessories: false }, inOne),
  },
  {
    name: 'accessories of an artifact',
    file: 'content/artifacts/accessory-view.ts',
    view: accessoryView({ id: 5 }),
    where: [],
    samples: { digest },
  },
  {
    name: 'tags of a repository',
    file: 'content/tags/tag-view.ts',
    view: repositoryTagView,
    where: [sql`t.repository_id = ${1}`],
    samples: { digest, kind: 'chart', labels: '77' },
  },
  {
    name: 'tags of an artifact',
    file: 'content/tags/tag-view.ts',
    view: tagView,
    where: [sql`t.artifact_id = ${5}`],
  },
  {
    name: 'deleted',
    file: 'content/deleted/deleted-view.ts',
    view: deletedView(1, 604_800),
    where: [],
    samples: { digest },
  },
  {
    name: 'history of a tag',
    file: 'content/deleted/history-view.ts',
    view: historyView(604_800),
    where: [sql`e.repository_id = ${1}`],
  },
  {
    name: 'repositories of a project',
    file: 'content/repositories/repository-view.ts',
    view: repositoryView,
    where: [sql`r.project_id = ${1}`],
    withoutIndex: [
      'name~',
      'id',
      'repository_id',
      'project_id',
      'description',
      'star_count',
      'artifact_count',
      'pull_count',
      'creation_time',
      'update_time',
    ],
  },
  {
    name: 'repositories of all projects',
    file: 'content/repositories/repository-view.ts',
    view: repositoryView,
    where: [sql`true`],
    withoutIndex: [
      'project_id',
      'description',
      'star_count',
      'artifact_count',
      'pull_count',
      'creation_time',
      'update_time',
    ],
  },
  {
    name: 'projects',
    file: 'projects/projects/project-view.ts',
    view: projectView({ kind: 'user', id: 2, name: 'user-00002', sysadmin: false, grants: [] }),
    where: [sql`true`],
  },
  { name: 'registries', file: 'exchange/registries/registry-view.ts', view: registryView, where: [] },
  {
    name: 'rules of replication',
    file: 'exchange/replications/replication-view.ts',
    view: replicationView,
    where: [],
  },
  {
    name: 'runs of rules of replication',
    file: 'exchange/replications/replication-execution-view.ts',
    view: replicationExecutionView,
    where: [rootRuns],
    withoutIndex: ['id', 'policy_id'],
  },
  {
    name: 'tasks of such a run',
    file: 'exchange/replications/replication-task-view.ts',
    view: replicationTaskView,
    where: [sql`e.parent_id = (select parent_id from job_execution where job = 'replication-task' limit 1)`],
    withoutIndex: ['id'],
  },
  { name: 'quotas', file: 'projects/quotas/quota-view.ts', view: quotaView, where: [] },
  { name: 'labels', file: 'content/labels/label-view.ts', view: labelView, where: [sql`l.project_id = ${1}`] },
  {
    name: 'tag rules',
    file: 'projects/tag-rules/tag-rule-view.ts',
    view: tagRuleView,
    where: [sql`i.project_id = ${1}`],
  },
  {
    name: 'webhooks',
    file: 'projects/webhooks/webhook-view.ts',
    view: webhookView,
    where: [sql`w.project_id = ${1}`],
  },
  {
    name: 'deliveries',
    file: 'projects/webhooks/delivery-view.ts',
    view: deliveryView,
    where: [ofWebhook(1)],
    withoutIndex: ['id', 'event_type'],
  },
  {
    name: 'deliveries for older clients',
    file: 'projects/webhooks/delivery-job-view.ts',
    view: deliveryJobView,
    where: [ofWebhook(1)],
    withoutIndex: ['id', 'event_type'],
  },
  {
    name: 'the task of a delivery',
    file: 'projects/webhooks/delivery-task-view.ts',
    view: deliveryTaskView,
    where: [ofWebhook(1)],
  },
  {
    name: 'runs of retention',
    file: 'projects/retention/retention-execution-view.ts',
    view: retentionExecutionView,
    where: [sql`e.job = 'retention'`],
  },
  {
    name: 'tasks of a run of retention',
    file: 'projects/retention/retention-task-view.ts',
    view: retentionTaskView,
    where: [sql`e.parent_id = (select parent_id from job_execution where job = 'retention-repository' limit 1)`],
    withoutIndex: ['id', 'repository'],
  },
  {
    name: 'what a run of retention said',
    file: 'projects/retention/retention-verdict-view.ts',
    view: retentionVerdictView,
    where: [sql`v.run_id = (select id from job_execution where job = 'retention' limit 1)`],
  },
  {
    name: 'robots',
    file: 'people/robots/robot-view.ts',
    view: robotView('robot$'),
    where: [sql`r.project_id is null`],
  },
  {
    name: 'users',
    file: 'people/users/user-view.ts',
    view: userView,
    where: [sql`u.deleted_at is null`],
    withoutIndex: ofUsers,
  },
  {
    name: 'users, found by name',
    file: 'people/users/user-view.ts',
    view: userSearchView,
    where: [sql`u.deleted_at is null`],
    withoutIndex: ofUsers,
  },
  { name: 'groups', file: 'people/groups/group-view.ts', view: groupView, where: [sql`true`] },
  { name: 'groups, found by name', file: 'people/groups/group-view.ts', view: groupSearchView, where: [sql`true`] },
  {
    name: 'members',
    file: 'people/members/member-view.ts',
    view: memberView,
    where: [sql`m.project_id = ${1}`],
    withoutIndex: ['id', 'entity_name', 'role_id', 'creation_time'],
  },
  {
    name: 'roles',
    file: 'people/roles/role-view.ts',
    view: roleView,
    where: [],
  },
  {
    name: 'who has a role',
    file: 'people/roles/role-holder-view.ts',
    view: roleHolderView,
    where: [sql`m.role_id = ${1}`],
    withoutIndex: ['id'],
  },
  {
    name: 'the audit log',
    file: 'operation/audit/audit-view.ts',
    view: auditView,
    where: [sql`e.entry = 'kept'`],
    // A whole one is found by its hash, by which the condition of the index is known.
    samples: { resource: 'hash' },
  },
  {
    name: 'runs of every job',
    file: 'operation/job-queues/job-run-view.ts',
    view: jobRunView,
    where: [sql`e.parent_id is null`],
    samples: { job_type: 'retention' },
  },
  {
    name: 'schedules',
    file: 'operation/job-queues/schedule-task-view.ts',
    view: scheduleTaskView,
    where: [sql`s.enabled`],
  },
  {
    name: 'executions',
    file: 'operation/executions/execution-view.ts',
    view: executionView('garbage-collection'),
    where: [sql`e.job = ${'garbage-collection'}`],
    withoutIndex: [
      'job_kind',
      'trigger',
      'job_status',
      'status',
      'creation_time',
      'start_time',
      'end_time',
      'vendor_type',
      'update_time',
    ],
  },
]
