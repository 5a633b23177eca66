import { type EventType, eventTable } from '@berth/contracts'
import { startSlapd } from '@berth/testkit'
import { generateSync } from 'otplib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ADMIN_PASSWORD, type ApiRequest, ApiUnderTest, USER_PASSWORD } from '../testing/api.test.support.js'
import { Browser } from '../testing/browser.test.support.js'
import { directorySettings, person } from '../testing/ldap.test.support.js'
import { allRoutes } from '../testing/routes.test.support.js'

interface EventRow {
  readonly type: EventType
  readonly project_id: number | null
  readonly repository_id: string | null
  readonly repository: string | null
  readonly actor_kind: string
  readonly actor_name: string
  readonly address: string | null
  readonly request_id: string | null
  readonly payload: Record<string, unknown>
}

let api: ApiUnderTest
/** What each route was seen to write down. */
const seen = new Map<string, Set<EventType>>()

beforeAll(async () => {
  api = await ApiUnderTest.start()
})
afterAll(() => api[Symbol.asyncDispose]())

async function eventsOf(work: () => Promise<unknown>): Promise<EventRow[]> {
  const { rows: before } = await api.database.pool.query<{ last: string }>(
    'select coalesce(max(id), 0) as last from event',
  )
  await work()
  const { rows } = await api.database.pool.query<EventRow>('select * from event where id > $1 order by id', [
    before[0]?.last,
  ])
  return rows
}

/** Calls a route, and holds the events against the table and against what is expected of them: one, or those that `before` has first. */
async function change(
  route: string,
  { call: by = api, ...request }: ApiRequest & { readonly call?: Pick<ApiUnderTest, 'call'> },
  type: EventType,
  payload: object,
  actor = 'admin',
  before: readonly { readonly type: EventType; readonly payload: object }[] = [],
) {
  let status = 0
  const events = await eventsOf(async () => {
    const answer = await by.call(by === api ? { as: 'admin', ...request } : request)
    ;({ status } = answer)
  })
  const all = [...before, { type, payload }]
  expect({ route, ok: status < 300 || status === 302, events }).toMatchObject({
    route,
    ok: true,
    events: all.map((one) => ({
      type: one.type,
      actor_name: actor,
      address: '127.0.0.1',
      request_id: expect.any(String) as unknown,
    })),
  })
  const told = events.map((event) => ({
    ...event.payload,
    ...(event.project_id !== null && { project_id: event.project_id }),
    ...(event.repository !== null && { repository: event.repository, repository_id: Number(event.repository_id) }),
  }))
  expect(told).toMatchObject(all.map((one) => one.payload))
  for (const [place, one] of all.entries()) {
    expect(eventTable[one.type].safeParse(told[place]).error).toBeUndefined()
    seen.set(route, (seen.get(route) ?? new Set()).add(one.type))
  }
}

it('each changing route leaves one event, with who did it and from where', async () => {
  const user = { username: 'emma', email: 'emma@example.com', realname: 'Emma', password: USER_PASSWORD }
  await change('UsersController.create', { method: 'POST', path: 'users', body: user }, 'user.created', {
    user: 'emma',
  })
  const id = Number((await api.database.pool.query(`select id from "user" where username = 'emma'`)).rows[0]?.id)
  const about = { user_id: id, user: 'emma' }
  const profile = { email: 'emma@example.org', realname: 'Emma E.', comment: '' }
  await change('UsersController.update', { method: 'PUT', path: `users/${id}`, body: profile }, 'user.updated', about)
  const flag = { sysadmin_flag: true }
  await change(
    'UsersController.setSysadmin',
    { method: 'PUT', path: `users/${id}/sysadmin`, body: flag },
    'user.admin-changed',
    { ...about, admin: true },
  )
  const passwords = { old_password: USER_PASSWORD, new_password: 'Passw0rd2' }
  await change(
    'UsersController.changePassword',
    { method: 'PUT', path: `users/${id}/password`, body: passwords, as: 'emma' },
    'user.password-changed',
    about,
    'emma',
  )
  const signIn = async () => {
    const browser = new Browser(api)
    await browser.signIn('emma', 'Passw0rd2')
    return browser
  }
  const [mine] = [await signIn(), await signIn(), await signIn()]
  const sessions = (await mine.call({ path: 'users/current/sessions' })).body
  const own = { path: 'users/current/sessions', as: 'emma:Passw0rd2', method: 'DELETE' } as const
  await change(
    'SessionsController.end',
    { ...own, path: `${own.path}/${sessions[0].id}` },
    'user.sessions-ended',
    { ...about, count: 1 },
    'emma',
  )
  await change('SessionsController.endOthers', own, 'user.sessions-ended', { ...about, count: 2 }, 'emma')
  const browser = await signIn()
  await api.database.pool.query(
    `insert into user_identity (user_id, source, issuer, subject) values ($1, 'oidc', 'https://id.example.com', 'emma')`,
    [id],
  )
  const newSecret = { method: 'PUT', path: `users/${id}/cli_secret`, body: { secret: 'My0wnSecret' } } as const
  await change('CliSecretController.set', newSecret, 'user.cli-secret-changed', about)
  await api.database.pool.query('delete from user_identity where user_id = $1', [id])
  const tokens = { path: 'users/current/tokens', as: 'emma:Passw0rd2' }
  const token = { name: 'laptop', access: 'read' }
  const create = { ...tokens, method: 'POST', body: token } as const
  await change('TokensController.create', create, 'user.token-created', { ...about, token: 'laptop' }, 'emma')
  const [{ id: tokenId }] = (await api.call(tokens)).body
  const revoke = { method: 'DELETE', path: `${tokens.path}/${tokenId}`, as: tokens.as } as const
  await change('TokensController.delete', revoke, 'user.token-deleted', { ...about, token: 'laptop' }, 'emma')
  const other = (await api.call(create)).body.id
  await change(
    'TokensController.deleteOfUser',
    { method: 'DELETE', path: `users/${id}/tokens/${other}` },
    'user.token-deleted',
    { ...about, token_id: other },
  )
  const factor = 'users/current/second_factor'
  const byEmma = { method: 'POST', call: browser } as const
  const offer = { ...byEmma, path: factor, body: { password: 'Passw0rd2' } }
  await change('SecondFactorController.offer', offer, 'user.second-factor-offered', about, 'emma')
  const { secret } = (await browser.call(offer)).body
  const enable = { ...byEmma, path: `${factor}/enable`, body: { code: generateSync({ secret }) } }
  await change('SecondFactorController.enable', enable, 'user.second-factor-enabled', about, 'emma')
  const newProof = async () => {
    await api.database.pool.query('update second_factor set last_step = 0 where user_id = $1', [id])
    return { password: 'Passw0rd2', code: generateSync({ secret }) }
  }
  const renew = { ...byEmma, path: `${factor}/recovery_codes`, body: await newProof() }
  await change('SecondFactorController.renewRecoveryCodes', renew, 'user.recovery-codes-renewed', about, 'emma')
  const switchOff = { ...byEmma, path: `${factor}/disable`, body: await newProof() }
  await change('SecondFactorController.disable', switchOff, 'user.second-factor-disabled', about, 'emma')
  const again = (await browser.call(offer)).body.secret
  await browser.call({ ...enable, body: { code: generateSync({ secret: again }) } })
  await change(
    'SecondFactorController.remove',
    { method: 'DELETE', path: `users/${id}/second_factor` },
    'user.second-factor-disabled',
    about,
  )
  await signIn()
  await change(
    'SessionsController.endOfUser',
    { method: 'DELETE', path: `users/${id}/sessions` },
    'user.sessions-ended',
    { ...about, count: 2 },
  )

  const identity = { issuer: 'https://id.example', subject: 'emma' }
  const identities = `users/${id}/identities`
  await change(
    'IdentitiesController.link',
    { method: 'POST', path: identities, body: identity },
    'user.identity-linked',
    { ...about, ...identity },
  )
  const linked = await api.call({ path: identities, as: 'admin' })
  await change(
    'IdentitiesController.unlink',
    { method: 'DELETE', path: `${identities}/${linked.body[0].id}` },
    'user.identity-unlinked',
    { ...about, ...identity },
  )

  const project = { project_name: 'dev', metadata: { public: 'true' } }
  await change('ProjectsController.create', { method: 'POST', path: 'projects', body: project }, 'project.created', {
    project: 'dev',
    public: true,
  })
  const projectId = Number((await api.database.pool.query(`select id from project where name = 'dev'`)).rows[0]?.id)
  const inProject = { project_id: projectId, project: 'dev' }
  const update = { metadata: { public: 'false' } }
  await change('ProjectsController.update', { method: 'PUT', path: 'projects/dev', body: update }, 'project.updated', {
    ...inProject,
    changed: { public: 'false' },
  })
  const metadatas = 'projects/dev/metadatas'
  await change(
    'MetadataController.add',
    { method: 'POST', path: metadatas, body: { severity: 'low' } },
    'project.updated',
    {
      ...inProject,
      changed: { severity: 'low' },
    },
  )
  await change(
    'MetadataController.update',
    { method: 'PUT', path: `${metadatas}/severity`, body: { severity: 'high' } },
    'project.updated',
    { ...inProject, changed: { severity: 'high' } },
  )
  await change('MetadataController.delete', { method: 'DELETE', path: `${metadatas}/severity` }, 'project.updated', {
    ...inProject,
    changed: { severity: '' },
  })
  const selectors = {
    tag_selectors: [{ kind: 'doublestar', decoration: 'matches', pattern: 'v*' }],
    scope_selectors: { repository: [{ kind: 'doublestar', decoration: 'repoExcludes', pattern: 'scratch/**' }] },
  }
  const tagRules = 'projects/dev/immutabletagrules'
  const ofRule = { ...inProject, rule: 'all but scratch/** : v*', disabled: false, roles: null, robots: false }
  const newRule = { method: 'POST', path: tagRules, body: selectors } as const
  await change('TagRulesController.create', newRule, 'tag-rule.created', ofRule)
  const rulePath = `${tagRules}/${(await api.call({ path: tagRules, as: 'admin' })).body[0].id}`
  const off = { method: 'PUT', path: rulePath, body: { ...selectors, disabled: true } } as const
  await change('TagRulesController.update', off, 'tag-rule.changed', { ...ofRule, disabled: true })
  const dropRule = { method: 'DELETE', path: rulePath } as const
  await change('TagRulesController.delete', dropRule, 'tag-rule.deleted', { ...ofRule, disabled: true })
  const webhooks = 'projects/dev/webhook/policies'
  const target = { type: 'http', address: 'http://hook.example/' }
  const webhook = { name: 'hook', event_types: ['PUSH_ARTIFACT'], targets: [target] }
  const ofWebhook = { ...inProject, webhook: 'hook', enabled: true }
  const newWebhook = { method: 'POST', path: webhooks, body: webhook } as const
  await change('WebhooksController.create', newWebhook, 'webhook.created', ofWebhook)
  const webhookPath = `${webhooks}/${(await api.call({ path: webhooks, as: 'admin' })).body[0].id}`
  const delivered = await api.database.pool.query<{ id: string }>(
    `insert into job_execution (job, class, trigger, subject_kind, subject_id)
     values ('webhook-delivery', 'webhook', 'event', 'webhook', $1) returning id`,
    [webhookPath.split('/').at(-1)],
  )
  const repeated = { method: 'POST', path: `${webhookPath}/executions/${delivered.rows[0]?.id}/redelivery` } as const
  await change('DeliveriesController.repeat', repeated, 'job.started', { job: 'webhook-delivery' })
  const offWebhook = { method: 'PUT', path: webhookPath, body: { ...webhook, enabled: false } } as const
  await change('WebhooksController.update', offWebhook, 'webhook.changed', { ...ofWebhook, enabled: false })
  const dropWebhook = { method: 'DELETE', path: webhookPath } as const
  await change('WebhooksController.delete', dropWebhook, 'webhook.deleted', { ...ofWebhook, enabled: false })
  const rules = [{ template: 'latestPushedK', params: { latestPushedK: 3 }, ...selectors }]
  const retention = { scope: { level: 'project', ref: projectId }, rules }
  const policy = { ...inProject, rules: 1 }
  const newPolicy = { method: 'POST', path: 'retentions', body: retention } as const
  await change('RetentionController.create', newPolicy, 'retention.created', policy)
  const retentionPath = `retentions/${(await api.call({ path: metadatas, as: 'admin' })).body.retention_id}`
  const daily = { ...retention, max_percent: 50, trigger: { kind: 'Schedule', settings: { cron: '0 0 0 * * *' } } }
  await change('RetentionController.update', { method: 'PUT', path: retentionPath, body: daily }, 'retention.changed', {
    ...policy,
    cron: '0 0 0 * * *',
    max_percent: 50,
  })
  const runs = `${retentionPath}/executions`
  const dry = { method: 'POST', path: runs, body: { dry_run: true } } as const
  await change('RetentionRunsController.start', dry, 'job.started', { job: 'retention' })
  const [{ id: run }] = (await api.call({ path: runs, as: 'admin' })).body
  const stop = { method: 'PATCH', path: `${runs}/${run}`, body: { action: 'stop' } } as const
  await change('RetentionRunsController.stop', stop, 'job.stopped', { job: 'retention', execution_id: run })
  const dropPolicy = { method: 'DELETE', path: retentionPath } as const
  await change('RetentionController.delete', dropPolicy, 'retention.deleted', inProject)
  const member = { role_id: 2, member_user: { username: 'emma' } }
  await change(
    'MembersController.create',
    { method: 'POST', path: 'projects/dev/members', body: member },
    'member.added',
    { ...inProject, ...about, role_id: 2 },
  )
  const members = await api.call({ path: 'projects/dev/members?entityname=emma', as: 'admin' })
  const memberPath = `projects/dev/members/${members.body[0].id}`
  await change(
    'MembersController.update',
    { method: 'PUT', path: memberPath, body: { role_id: 3 } },
    'member.changed',
    { ...inProject, ...about, role_id: 3 },
  )
  await change('MembersController.delete', { method: 'DELETE', path: memberPath }, 'member.removed', {
    ...inProject,
    ...about,
    role_id: 3,
  })

  await using slapd = await startSlapd([person('imported')])
  await api.call({ method: 'PUT', path: 'configurations', as: 'admin', body: directorySettings(slapd) })
  const imported = { ldap_uid_list: ['imported'] }
  await change('LdapController.import', { method: 'POST', path: 'ldap/users/import', body: imported }, 'user.created', {
    user: 'imported',
  })
  await api.call({ method: 'PUT', path: 'configurations', as: 'admin', body: { ldap_url: '' } })

  const group = { group_name: 'ops', group_type: 3 }
  await change('GroupsController.create', { method: 'POST', path: 'usergroups', body: group }, 'group.created', {
    group: 'ops',
  })
  const groupId = Number((await api.database.pool.query(`select id from user_group where name = 'ops'`)).rows[0]?.id)
  const groupPath = `usergroups/${groupId}`
  const renamed = { group_name: 'operators' }
  await change('GroupsController.update', { method: 'PUT', path: groupPath, body: renamed }, 'group.updated', {
    group_id: groupId,
    group: 'operators',
  })
  await change(
    'MembersController.create',
    { method: 'POST', path: 'projects/dev/members', body: { role_id: 2, member_group: { id: groupId } } },
    'member.added',
    { ...inProject, group_id: groupId, group: 'operators', role_id: 2 },
  )
  await change('GroupsController.delete', { method: 'DELETE', path: groupPath }, 'group.deleted', {
    group_id: groupId,
    group: 'operators',
  })
  const permissions = [{ kind: 'project', namespace: 'dev', access: [{ resource: 'repository', action: 'pull' }] }]
  const newRobot = { name: 'ci', level: 'project', duration: -1, permissions }
  const robots = 'RobotsController'
  const robot = { ...inProject, robot: 'robot$dev+ci' }
  await change(`${robots}.create`, { method: 'POST', path: 'robots', body: newRobot }, 'robot.created', robot)
  const robotId = Number((await api.database.pool.query(`select id from robot where name = 'ci'`)).rows[0]?.id)
  const robotPath = `robots/${robotId}`
  const disable = { disable: true }
  await change(`${robots}.update`, { method: 'PUT', path: robotPath, body: disable }, 'robot.updated', {
    ...robot,
    changed: ['disable'],
  })
  await change(`${robots}.refresh`, { method: 'PATCH', path: robotPath, body: {} }, 'robot.secret-changed', robot)
  await change(`${robots}.delete`, { method: 'DELETE', path: robotPath }, 'robot.deleted', {
    ...robot,
    robot_id: robotId,
  })
  const older = 'ProjectRobotsController'
  const olderPath = 'projects/dev/robots'
  const olderRobot = { name: 'ci', access: [{ resource: 'repository', action: 'pull' }] }
  await change(`${older}.create`, { method: 'POST', path: olderPath, body: olderRobot }, 'robot.created', robot)
  const olderId = Number((await api.database.pool.query(`select id from robot where name = 'ci'`)).rows[0]?.id)
  const olderRobotPath = `${olderPath}/${olderId}`
  await change(`${older}.update`, { method: 'PUT', path: olderRobotPath, body: disable }, 'robot.updated', robot)
  await change(`${older}.delete`, { method: 'DELETE', path: olderRobotPath }, 'robot.deleted', robot)

  const quota = { method: 'PUT', path: `quotas/${projectId}`, body: { hard: { storage: 5_000_000 } } } as const
  const limited = { ...inProject, storage: 5_000_000, before: -1 }
  await change('QuotasController.update', quota, 'quota.changed', limited)
  const label = { name: 'ours', scope: 'p', project_id: projectId }
  const labelled = { ...inProject, label: 'ours' }
  await change('LabelsController.create', { method: 'POST', path: 'labels', body: label }, 'label.created', labelled)
  const labelId = Number((await api.database.pool.query('select id from label')).rows[0]?.id)
  const labelPath = `labels/${labelId}`
  const theirs = { name: 'theirs' }
  await change('LabelsController.update', { method: 'PUT', path: labelPath, body: theirs }, 'label.updated', {
    ...inProject,
    label_id: labelId,
    label: 'theirs',
  })
  await change('LabelsController.delete', { method: 'DELETE', path: labelPath }, 'label.deleted', {
    ...inProject,
    label_id: labelId,
    label: 'theirs',
  })

  const registries = 'RegistriesController'
  const endpoint = { name: 'elsewhere', type: 'docker-registry', url: 'http://127.0.0.1:1' }
  const registry = { registry: 'elsewhere', url: endpoint.url }
  await change(
    `${registries}.create`,
    { method: 'POST', path: 'registries', body: endpoint },
    'registry.created',
    registry,
  )
  const registryId = Number((await api.database.pool.query('select id from registry_endpoint')).rows[0]?.id)
  const registryPath = `registries/${registryId}`
  const described = { method: 'PUT', path: registryPath, body: { description: 'Ours.' } } as const
  await change(`${registries}.update`, described, 'registry.updated', { ...registry, changed: ['description'] })
  const proxied = { project: 'proxied' }
  await change(
    'ProjectsController.create',
    { method: 'POST', path: 'projects', body: { project_name: 'proxied', registry_id: registryId } },
    'retention.created',
    { ...proxied, rules: 1, cron: '0 0 0 * * *' },
    'admin',
    [{ type: 'project.created', payload: { ...proxied, public: false } }],
  )
  await api.database.pool.query(`delete from project where name = 'proxied'`)
  const replication = { name: 'mirror', dest_registry: { id: registryId }, enabled: true, dest_namespace: 'copies' }
  const newCopying = { method: 'POST', path: 'replication/policies', body: replication } as const
  await change('ReplicationsController.create', newCopying, 'replication.created', { policy: 'mirror', enabled: true })
  const copyingId = Number((await api.call({ path: 'replication/policies', as: 'admin' })).body[0].id)
  const startCopying = { method: 'POST', path: 'replication/executions', body: { policy_id: copyingId } } as const
  await change('ReplicationRunsController.start', startCopying, 'job.started', { job: 'replication' })
  const copyingRun = Number((await api.call({ path: 'replication/executions', as: 'admin' })).body[0].id)
  const stopCopying = { method: 'PUT', path: `replication/executions/${copyingRun}` } as const
  await change('ReplicationRunsController.stop', stopCopying, 'job.stopped', {
    job: 'replication',
    execution_id: copyingRun,
  })
  const copyingPath = `replication/policies/${copyingId}`
  const offCopying = { method: 'PUT', path: copyingPath, body: { ...replication, enabled: false } } as const
  await change('ReplicationsController.update', offCopying, 'replication.changed', { policy: 'mirror', enabled: false })
  await change('ReplicationsController.delete', { method: 'DELETE', path: copyingPath }, 'replication.deleted', {
    policy_id: copyingId,
    policy: 'mirror',
    enabled: false,
  })
  await change(`${registries}.delete`, { method: 'DELETE', path: registryPath }, 'registry.deleted', {
    registry_id: registryId,
    registry: 'elsewhere',
  })

  const { pushImage } = api.content
  const image = await pushImage('dev/app', 'one', ['v1', 'v2'])
  const repository = 'projects/dev/repositories/app'
  const inRepository = { project_id: projectId, repository: 'dev/app' }
  const artifact = { ...inRepository, digest: image.digest }
  const description = { description: 'An app.' }
  await change(
    'RepositoriesController.update',
    { method: 'PUT', path: repository, body: description },
    'repository.updated',
    { ...inRepository, ...description },
  )
  await api.call({ method: 'POST', path: 'labels', as: 'admin', body: label })
  const artifactLabelId = Number((await api.database.pool.query('select id from label')).rows[0]?.id)
  const labels = `${repository}/artifacts/${image.digest}/labels`
  const bound = { ...artifact, label_id: artifactLabelId, label: 'ours' }
  const labelOf = { id: artifactLabelId }
  await change(
    'ArtifactLabelsController.add',
    { method: 'POST', path: labels, body: labelOf },
    'artifact.labelled',
    bound,
  )
  await change(
    'ArtifactLabelsController.remove',
    { method: 'DELETE', path: `${labels}/${artifactLabelId}` },
    'artifact.unlabelled',
    bound,
  )
  const tags = `${repository}/artifacts/${image.digest}/tags`
  await change('TagsController.create', { method: 'POST', path: tags, body: { name: 'v3' } }, 'tag.created', {
    ...artifact,
    tag: 'v3',
  })
  await change('TagsController.delete', { method: 'DELETE', path: `${tags}/v3` }, 'tag.deleted', {
    ...artifact,
    tag: 'v3',
  })
  await change(
    'TagsController.deleteOfRepository',
    { method: 'DELETE', path: `${repository}/tags/v2` },
    'tag.deleted',
    { ...artifact, tag: 'v2' },
  )
  await change(
    'DeletedController.restore',
    { method: 'POST', path: `${repository}/deleted/v2/restore` },
    'tag.restored',
    {
      ...artifact,
      tag: 'v2',
    },
  )
  const entries = async () =>
    (await api.call({ path: `${repository}/tags/v2/history?q=action%3Ddelete`, as: 'admin' })).body as { id: number }[]
  await api.call({ method: 'DELETE', path: `${repository}/tags/v2`, as: 'admin' })
  const [entry] = await entries()
  await change(
    'HistoryController.restore',
    { method: 'POST', path: `${repository}/tags/v2/history/${entry?.id}/restore` },
    'tag.restored',
    { ...artifact, tag: 'v2' },
  )
  await change(
    'CopiesController.copy',
    { method: 'POST', path: `projects/dev/repositories/copy/artifacts?from=dev/app:v1` },
    'artifact.pushed',
    { ...artifact, repository: 'dev/copy', created: true, tags: ['v1'] },
  )
  await api.call({ method: 'DELETE', path: 'projects/dev/repositories/copy', as: 'admin' })
  await change(
    'ArtifactsController.delete',
    { method: 'DELETE', path: `${repository}/artifacts/${image.digest}` },
    'artifact.deleted',
    { ...artifact, tags: ['v1', 'v2'] },
    'admin',
    ['v1', 'v2'].map((tag) => ({ type: 'tag.deleted', payload: { ...artifact, tag, with_artifact: true } })),
  )
  await change(
    'DeletedController.restore',
    { method: 'POST', path: `${repository}/deleted/${image.digest}/restore` },
    'artifact.restored',
    { ...artifact, tags: ['v1', 'v2'] },
  )
  await api.call({ method: 'DELETE', path: `${repository}/artifacts/${image.digest}`, as: 'admin' })
  await change(
    'HistoryController.restore',
    { method: 'POST', path: `${repository}/tags/v2/history/${entry?.id}/restore` },
    'tag.restored',
    { ...artifact, tag: 'v2' },
    'admin',
    [{ type: 'artifact.restored', payload: { ...artifact, tags: [] } }],
  )
  await api.call({ method: 'DELETE', path: `${repository}/artifacts/${image.digest}`, as: 'admin' })
  await change(
    'DeletedController.purge',
    { method: 'DELETE', path: `${repository}/deleted/${image.digest}` },
    'artifact.purged',
    artifact,
  )
  await change(
    'RepositoriesController.delete',
    { method: 'DELETE', path: repository },
    'repository.deleted',
    inRepository,
  )
  await change('ProjectsController.delete', { method: 'DELETE', path: 'projects/dev' }, 'project.deleted', inProject)
  await change('UsersController.delete', { method: 'DELETE', path: `users/${id}` }, 'user.deleted', about)

  const role = { name: 'reader', permissions: ['self:read'], repositories: ['team/**'] }
  const made = { role: 'reader', permissions: ['self:read'], repositories: ['team/**'] }
  await change('RolesController.create', { method: 'POST', path: 'roles', body: role }, 'role.created', made)
  const rolePath = `roles/${(await api.database.pool.query(`select max(id) as id from role`)).rows[0]?.id}`
  const wider = { ...role, repositories: null }
  await change('RolesController.update', { method: 'PUT', path: rolePath, body: wider }, 'role.changed', {
    ...made,
    repositories: null,
  })
  await change('RolesController.delete', { method: 'DELETE', path: rolePath }, 'role.deleted', { role: 'reader' })

  const allowlist = { method: 'PUT', path: 'system/CVEAllowlist', body: { items: [{ cve_id: 'CVE-2026-1' }] } } as const
  await change('CveAllowlistController.set', allowlist, 'cve-allowlist.changed', { entries: 1 })

  const settings = { token_expiration: 40 }
  await change(
    'ConfigurationsController.update',
    { method: 'PUT', path: 'configurations', body: settings },
    'settings.changed',
    { keys: ['token_expiration'] },
  )
  await changeQueues()
  await changeJob('GarbageCollectionController', 'system/gc', 'garbage-collection')
  const parameters = { audit_retention_hour: 24, include_event_types: 'create_tag' }
  await changeJob('PurgeAuditController', 'system/purgeaudit', 'purge-audit-log', parameters)

  for (const { name, emits } of allRoutes()) {
    // Signing in has tests of its own: below, and beside the provider's.
    if (emits.length === 0 || /^(SignIn|Oidc)Controller/.test(name)) continue
    expect({ name, emits: [...(seen.get(name) ?? [])].sort() }).toEqual({ name, emits: [...emits].sort() })
  }
})

/** Keeps jobs waiting, lets them go on, and ends what waits and what runs. */
async function changeQueues() {
  const put = (action: string) => ({ method: 'PUT', path: 'jobservice/queues/retention', body: { action } }) as const
  const queue = 'RETENTION'
  await change('JobQueuesController.act', put('pause'), 'queue.paused', { queue })
  await change('JobQueuesController.act', put('resume'), 'queue.resumed', { queue })
  const add = async (status: string) => {
    const { rows } = await api.database.pool.query<{ id: string }>(
      `insert into job_execution (job, trigger, status) values ('retention', 'manual', $1) returning id`,
      [status],
    )
    return Number(rows[0]?.id)
  }
  await add('pending')
  await change('JobQueuesController.act', put('stop'), 'queue.stopped', { queue, jobs: 1 })
  const run = await add('running')
  const path = `jobservice/jobs/${run}`
  await change('JobRunsController.stop', { method: 'PUT', path }, 'job.stopped', {
    job: 'retention',
    execution_id: run,
  })
}

/** Starts, stops and schedules a job. */
async function changeJob(controller: string, path: string, job: string, parameters?: object) {
  const schedule = { path: `${path}/schedule` }
  const now = { schedule: { type: 'Manual' }, parameters }
  const cron = '0 0 0 * * *'
  const daily = { schedule: { type: 'Daily', cron }, parameters }
  const none = { schedule: { type: 'None' } }
  await change(`${controller}.create`, { ...schedule, method: 'POST', body: now }, 'job.started', { job })
  await change(`${controller}.update`, { ...schedule, method: 'PUT', body: now }, 'job.started', { job })
  await change(`${controller}.create`, { ...schedule, method: 'POST', body: daily }, 'schedule.changed', { job, cron })
  await change(`${controller}.update`, { ...schedule, method: 'PUT', body: none }, 'schedule.changed', {
    job,
    cron: null,
  })
  const { rows } = await api.database.pool.query<{ id: string }>('select max(id) as id from job_execution')
  const run = rows[0]?.id
  await change(`${controller}.stop`, { method: 'PUT', path: `${path}/${run}` }, 'job.stopped', {
    job,
    execution_id: Number(run),
  })
}

it('signing in and out leave events, and so does a wrong password, of portal and Basic alike', async () => {
  const form = { principal: 'admin', password: ADMIN_PASSWORD }
  const wrong = { ...form, password: 'wrong' }
  const failed = {
    type: 'user.sign-in-failed',
    actor_kind: 'anonymous',
    address: '127.0.0.1',
    payload: { login: 'admin' },
  }
  expect(await eventsOf(() => api.call({ method: 'POST', path: '/c/login', form: wrong }))).toMatchObject([failed])
  expect(await eventsOf(() => api.call({ path: 'users/current', as: 'nobody:wrong' }))).toMatchObject([
    { ...failed, payload: { login: 'nobody' } },
  ])
  expect(await eventsOf(() => api.call({ path: 'users/current', as: 'admin' }))).toEqual([])
  let cookies: Readonly<Record<string, string>> = {}
  const signedIn = await eventsOf(async () => {
    ;({ cookies } = await api.call({ method: 'POST', path: '/c/login', form }))
  })
  const payload = { user_id: 1, user: 'admin' }
  expect(signedIn).toMatchObject([{ type: 'user.signed-in', actor_name: 'admin', actor_kind: 'user', payload }])
  const cookie = Object.entries(cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ')
  const leave = () => api.call({ path: '/c/log_out', headers: { cookie } })
  expect(await eventsOf(leave)).toMatchObject([{ type: 'user.signed-out', actor_name: 'admin', payload }])
  expect(await eventsOf(leave)).toEqual([])
})
