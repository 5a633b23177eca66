import { makeImage, OciClient } from '@berth/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { GoClient } from '../clients/go-client.js'
import { orNotRun } from '../clients/go-program.js'
import { openScenario, uniqueName } from '../scenario.js'

// What Harbor's own client for Go can do and Berth has, asked as the programs that are built on it ask. What the client cannot read is an error.
const scenario = await openScenario()
const { admin, baseUrl } = scenario
const opened = await orNotRun('the client for Go', GoClient.open(baseUrl, admin.credentials))
afterAll(async () => {
  await opened?.[Symbol.asyncDispose]()
  await scenario[Symbol.asyncDispose]()
})

describe.skipIf(!opened)('the client for Go', () => {
  const client = opened as GoClient
  const name = uniqueName('go')
  const byName = { projectNameOrID: name, xIsResourceName: true }
  const app = { projectName: name, repositoryName: 'app' }
  const v1 = { ...app, reference: 'v1' }
  let id: number
  let userId: number

  beforeAll(async () => {
    id = await client.make('Project', 'CreateProject', { project: { project_name: name, storage_limit: 2 ** 30 } })
    const username = uniqueName('gopher')
    const userReq = { username, email: `${username}@example.com`, realname: 'Gopher', password: 'Harbour-pilot-42' }
    userId = await client.make('User', 'CreateUser', { userReq })
    const push = new OciClient(baseUrl, admin.credentials)
    await push.pushImage(`${name}/app`, 'v1', makeImage({ layers: 1 }))
  })

  /** What the list gives, which begins at page 0 as the command line asks. */
  async function list(service: string, operation: string, params: object = {}) {
    return (await client.call(service, operation, { page: 0, pageSize: 0, q: '', sort: '', ...params })).Payload
  }

  test('projects, their metadata and members', async () => {
    expect(await list('Project', 'ListProjects', { name })).toMatchObject([{ project_id: id }])
    expect((await client.call('Project', 'GetProject', byName)).Payload).toMatchObject({ project_id: id })
    await client.call('Project', 'HeadProject', { projectName: name })
    await client.call('Project', 'UpdateProject', { ...byName, project: { metadata: { auto_scan: 'true' } } })
    await client.call('Project', 'GetProjectSummary', byName)
    await client.call('Project', 'GetProjectDeletable', byName)
    await list('Project', 'GetLogs', { projectName: name })
    await list('Project', 'GetLogExts', { projectName: name })

    await client.call('ProjectMetadata', 'AddProjectMetadatas', { ...byName, metadata: { severity: 'high' } })
    await client.call('ProjectMetadata', 'ListProjectMetadatas', byName)
    const meta = { ...byName, metaName: 'severity' }
    expect((await client.call('ProjectMetadata', 'GetProjectMetadata', meta)).Payload).toEqual({ severity: 'high' })
    await client.call('ProjectMetadata', 'UpdateProjectMetadata', { ...meta, metadata: { severity: 'low' } })
    await client.call('ProjectMetadata', 'DeleteProjectMetadata', meta)

    const projectMember = { role_id: 2, member_user: { user_id: userId } }
    const mid = await client.make('Member', 'CreateProjectMember', { ...byName, projectMember })
    await client.call('Member', 'UpdateProjectMember', { ...byName, mid, role: { role_id: 4 } })
    expect((await client.call('Member', 'GetProjectMember', { ...byName, mid })).Payload).toMatchObject({ role_id: 4 })
    expect(await list('Member', 'ListProjectMembers', byName)).toHaveLength(2)
    await client.call('Member', 'DeleteProjectMember', { ...byName, mid })
  })

  test('repositories, artifacts and tags', async () => {
    expect(await list('Repository', 'ListRepositories', app)).toMatchObject([{ artifact_count: 1 }])
    await list('Repository', 'ListAllRepositories')
    await client.call('Repository', 'UpdateRepository', { ...app, repository: { description: 'words' } })
    await client.call('Repository', 'UpdateRepository', { ...app, repository: {} })
    await client.call('Repository', 'GetRepository', app)
    expect((await client.call('Search', 'Search', { q: name })).Payload.project).toHaveLength(1)

    const [artifact] = await list('Artifact', 'ListArtifacts', { ...app, withTag: true, withLabel: true })
    expect(artifact).toMatchObject({ type: 'IMAGE', tags: [{ name: 'v1' }] })
    await client.call('Artifact', 'GetArtifact', { ...v1, withTag: true, withLabel: true, withAccessory: true })
    await client.call('Artifact', 'GetAddition', { ...v1, addition: 'build_history' }).catch((error: Error) => {
      // The document says that a history is a text, and Harbor sends a list as well.
      expect(error.message).toContain('cannot unmarshal array into Go')
    })
    await list('Artifact', 'ListAccessories', v1)
    await client.call('Artifact', 'CreateTag', { ...v1, tag: { name: 'v2' } })
    expect(await list('Artifact', 'ListTags', v1)).toHaveLength(2)
    await client.call('Artifact', 'DeleteTag', { ...v1, tagName: 'v2' })
    await client.call('Artifact', 'CopyArtifact', { ...app, repositoryName: 'copied', from: `${name}/app:v1` })
    await client.call('Artifact', 'DeleteArtifact', { ...v1, repositoryName: 'copied' })
    await client.call('Repository', 'DeleteRepository', { ...app, repositoryName: 'copied' })
    await client.call('Icon', 'GetIcon', { digest: artifact.icon })
  })

  test('labels, and rules for tags', async () => {
    const labelID = await client.make('Label', 'CreateLabel', {
      label: { name, scope: 'p', project_id: id, color: '#FF0000' },
    })
    const of = { scope: 'p', projectID: id }
    expect(await list('Label', 'ListLabels', of)).toMatchObject([{ id: labelID }])
    await client.call('Label', 'UpdateLabel', {
      labelID,
      label: { name, scope: 'p', project_id: id, color: '#00FF00' },
    })
    await client.call('Label', 'GetLabelByID', { labelID })
    await client.call('Artifact', 'AddLabel', { ...v1, label: { id: labelID } })
    await client.call('Artifact', 'RemoveLabel', { ...v1, labelID })
    await client.call('Label', 'DeleteLabel', { labelID })

    const selectors = {
      tag_selectors: [{ kind: 'doublestar', decoration: 'matches', pattern: 'v9' }],
      scope_selectors: { repository: [{ kind: 'doublestar', decoration: 'repoMatches', pattern: '**' }] },
    }
    const immutableRule = { action: 'immutable', template: 'immutable_template', ...selectors }
    const immutableRuleID = await client.make('Immutable', 'CreateImmuRule', { ...byName, immutableRule })
    expect(await list('Immutable', 'ListImmuRules', byName)).toHaveLength(1)
    const off = { ...immutableRule, id: immutableRuleID, disabled: true }
    await client.call('Immutable', 'UpdateImmuRule', { ...byName, immutableRuleID, immutableRule: off })
    await client.call('Immutable', 'DeleteImmuRule', { ...byName, immutableRuleID })

    await client.call('Retention', 'GetRentenitionMetadata')
    const policy = {
      algorithm: 'or',
      scope: { level: 'project', ref: id },
      trigger: { kind: 'Schedule', settings: { cron: '' } },
      rules: [{ action: 'retain', template: 'always', ...selectors }],
    }
    const retention = { id: await client.make('Retention', 'CreateRetention', { policy }) }
    await client.call('Retention', 'UpdateRetention', { ...retention, policy: { ...policy, ...retention } })
    expect((await client.call('Retention', 'GetRetention', retention)).Payload.rules).toHaveLength(1)
    const eid = await client.make('Retention', 'TriggerRetentionExecution', { ...retention, body: { dry_run: true } })
    await list('Retention', 'ListRetentionExecutions', retention)
    await list('Retention', 'ListRetentionTasks', { ...retention, eid })
    await client.call('Retention', 'OperateRetentionExecution', { ...retention, eid, body: { action: 'stop' } })
    await client.call('Retention', 'DeleteRetention', retention)
  })

  test('people, groups and what they sign in with', async () => {
    expect((await client.call('User', 'GetCurrentUserInfo')).Payload).toMatchObject({ username: 'admin' })
    await client.call('User', 'GetCurrentUserPermissions', { scope: `/project/${id}`, relative: true })
    await client.call('User', 'SetUserSysAdmin', { userID: userId, sysadminFlag: { sysadmin_flag: true } })
    await client.call('User', 'SetUserSysAdmin', { userID: userId, sysadminFlag: {} })
    const profile = { email: `${uniqueName('gopher')}@example.com`, realname: 'Go Pher' }
    await client.call('User', 'UpdateUserProfile', { userID: userId, profile })
    await client.call('User', 'UpdateUserPassword', { userID: userId, password: { new_password: 'Harbour-pilot-43' } })
    const { username } = (await client.call('User', 'GetUser', { userID: userId })).Payload
    expect(await list('User', 'ListUsers', { q: `username=${username}` })).toHaveLength(1)
    expect(await list('User', 'SearchUsers', { username })).toMatchObject([{ user_id: userId }])

    const usergroup = { group_name: name, group_type: 3 }
    const groupID = await client.make('Usergroup', 'CreateUserGroup', { usergroup })
    await client.call('Usergroup', 'UpdateUserGroup', { groupID, usergroup: { ...usergroup, group_name: `${name}-2` } })
    await client.call('Usergroup', 'GetUserGroup', { groupID })
    await list('Usergroup', 'ListUserGroups')
    await list('Usergroup', 'SearchUserGroups', { groupname: name })
    await client.call('Usergroup', 'DeleteUserGroup', { groupID })

    await client.call('Permissions', 'GetPermissions')
    const permissions = [{ kind: 'project', namespace: name, access: [{ resource: 'repository', action: 'pull' }] }]
    const robot = { name, level: 'project', duration: 1, permissions }
    const robotID = await client.make('Robot', 'CreateRobot', { robot })
    const kept = (await client.call('Robot', 'GetRobotByID', { robotID })).Payload
    await client.call('Robot', 'UpdateRobot', { robotID, robot: { ...kept, description: 'words' } })
    await client.call('Robot', 'RefreshSec', { robotID, robotSec: {} })
    expect(await list('Robot', 'ListRobot', { q: `Level=project,ProjectID=${id}` })).toHaveLength(1)
    await client.call('Robot', 'DeleteRobot', { robotID })
  })

  test('registries and webhooks', async () => {
    const types = (await client.call('Registry', 'ListRegistryProviderTypes')).Payload
    expect(types).toContain('docker-registry')
    await client.call('Registry', 'ListRegistryProviderInfos')
    const registry = { name, type: 'docker-registry', url: 'https://registry.example.com', insecure: true }
    const one = { id: await client.make('Registry', 'CreateRegistry', { registry }) }
    await client.call('Registry', 'UpdateRegistry', {
      ...one,
      registry: { description: 'words', access_key: 'someone' },
    })
    expect((await client.call('Registry', 'GetRegistry', one)).Payload).toMatchObject({ description: 'words' })
    expect(await list('Registry', 'ListRegistries', { q: `name=${name}` })).toHaveLength(1)
    await client.call('Registry', 'GetRegistryInfo', one)
    await client.call('Registry', 'DeleteRegistry', one)

    expect((await client.call('Webhook', 'GetSupportedEventTypes', byName)).Payload.event_type).toContain(
      'PUSH_ARTIFACT',
    )
    const policy = {
      name,
      enabled: true,
      event_types: ['PUSH_ARTIFACT'],
      targets: [{ type: 'http', address: 'https://hooks.example.com', payload_format: 'Default' }],
    }
    const webhook = {
      webhookPolicyID: await client.make('Webhook', 'CreateWebhookPolicyOfProject', { ...byName, policy }),
    }
    const { Payload: given } = await client.call('Webhook', 'GetWebhookPolicyOfProject', { ...byName, ...webhook })
    await client.call('Webhook', 'UpdateWebhookPolicyOfProject', {
      ...byName,
      ...webhook,
      policy: { ...given, enabled: false },
    })
    expect(await list('Webhook', 'ListWebhookPoliciesOfProject', byName)).toMatchObject([{ name, enabled: false }])
    await list('Webhook', 'ListExecutionsOfWebhookPolicy', { ...byName, ...webhook })
    await client.call('Webhook', 'LastTrigger', byName)
    await list('Webhookjob', 'ListWebhookJobs', { ...byName, policyID: webhook.webhookPolicyID })
    await client.call('Webhook', 'DeleteWebhookPolicyOfProject', { ...byName, ...webhook })
  })

  test('replications, with their runs', async () => {
    const registry = { name: `${name}-there`, type: 'docker-registry', url: 'https://registry.example.com' }
    const there = { id: await client.make('Registry', 'CreateRegistry', { registry }) }
    const filters = ['**', `${name}/**`].map((value) => ({ type: 'name', value }))
    const policy = { name, dest_registry: there, filters, trigger: { type: 'manual' }, enabled: true }
    const one = { id: await client.make('Replication', 'CreateReplicationPolicy', { policy }) }
    const { Payload: given } = await client.call('Replication', 'GetReplicationPolicy', one)
    expect(given).toMatchObject({ name, filters })
    await client.call('Replication', 'UpdateReplicationPolicy', { ...one, policy: { ...given, description: 'words' } })
    expect(await list('Replication', 'ListReplicationPolicies', { name })).toMatchObject([{ description: 'words' }])

    const run = { id: await client.make('Replication', 'StartReplication', { execution: { policy_id: one.id } }) }
    expect(await list('Replication', 'ListReplicationExecutions', { policyID: one.id })).toMatchObject([run])
    expect((await client.call('Replication', 'GetReplicationExecution', run)).Payload).toMatchObject({
      policy_id: one.id,
      trigger: 'manual',
    })
    await list('Replication', 'ListReplicationTasks', run)
    // What the run itself has to say, before there is a task.
    await client.call('Replication', 'GetReplicationLog', { ...run, taskID: run.id })
    await client.call('Replication', 'StopReplication', run)
    await client.call('Replication', 'DeleteReplicationPolicy', one)
    await client.call('Registry', 'DeleteRegistry', there)
  })

  test('settings, quotas, schedules, jobs and the log', async () => {
    const settings = (await client.call('Configure', 'GetConfigurations')).Payload
    await client.call('Configure', 'GetInternalconfig')
    await client.call('Configure', 'UpdateConfigurations', {
      configurations: { session_timeout: settings.session_timeout.value },
    })
    const [quota] = await list('Quota', 'ListQuotas', { reference: 'project', referenceID: String(id) })
    await client.call('Quota', 'UpdateQuota', { id: quota.id, hard: { hard: { storage: 2 ** 31 } } })
    expect((await client.call('Quota', 'GetQuota', quota)).Payload).toMatchObject({ hard: { storage: 2 ** 31 } })
    const allowlist = (await client.call('SystemCVEAllowlist', 'GetSystemCVEAllowlist')).Payload
    await client.call('SystemCVEAllowlist', 'PutSystemCVEAllowlist', { allowlist })

    const never = { schedule: { schedule: { type: 'None' } } }
    const daily = { schedule: { schedule: { type: 'Custom', cron: '0 0 3 * * *' }, parameters: { dry_run: true } } }
    await client.call('GC', 'CreateGCSchedule', daily)
    await client.call('GC', 'GetGCSchedule')
    await client.call('GC', 'UpdateGCSchedule', never)
    await client.call('GC', 'CreateGCSchedule', {
      schedule: { schedule: { type: 'Manual' }, parameters: { dry_run: true } },
    })
    const [{ id: GCID }] = await list('GC', 'GetGCHistory')
    await client.call('GC', 'GetGC', { GCID })
    await client.call('GC', 'StopGC', { GCID })
    const hours = { parameters: { audit_retention_hour: 24, include_event_types: 'create_artifact', dry_run: true } }
    await client.call('Purge', 'CreatePurgeSchedule', { schedule: { ...daily.schedule, ...hours } })
    await client.call('Purge', 'GetPurgeSchedule')
    await client.call('Purge', 'UpdatePurgeSchedule', { schedule: { ...never.schedule, ...hours } })
    await client.call('Purge', 'CreatePurgeSchedule', { schedule: { schedule: { type: 'Manual' }, ...hours } })
    const [{ id: purgeID }] = await list('Purge', 'GetPurgeHistory')
    await client.call('Purge', 'GetPurgeJob', { purgeID })
    await client.call('Purge', 'StopPurge', { purgeID })

    await list('Schedule', 'ListSchedules')
    await client.call('Schedule', 'GetSchedulePaused', { jobType: 'all' })
    await client.call('Jobservice', 'ListJobQueues')
    const [pool] = (await client.call('Jobservice', 'GetWorkerPools')).Payload
    await client.call('Jobservice', 'GetWorkers', { poolID: pool.worker_pool_id })
    const queue = { jobType: 'RETENTION' }
    await client.call('Jobservice', 'ActionPendingJobs', { ...queue, actionRequest: { action: 'pause' } })
    await client.call('Jobservice', 'ActionPendingJobs', { ...queue, actionRequest: { action: 'resume' } })

    await client.call('Auditlog', 'ListAuditLogEventTypes')
    expect(await list('Auditlog', 'ListAuditLogExts', { q: 'operation=create' })).not.toEqual([])
    await list('Auditlog', 'ListAuditLogs')
    await client.call('Health', 'GetHealth')
    await client.call('Ping', 'GetPing')
    await client.call('Statistic', 'GetStatistic')
    await client.call('Systeminfo', 'GetSystemInfo')
    await client.call('Systeminfo', 'GetVolumes')
  })

  test('and takes away what it made', async () => {
    await client.call('User', 'DeleteUser', { userID: userId })
    await client.call('Repository', 'DeleteRepository', app)
    await client.call('Project', 'DeleteProject', byName)
    await expect(client.call('Project', 'GetProject', byName)).rejects.toThrow('404')
  })
})
