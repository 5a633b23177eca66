import { MOST_REPLICATIONS, MOST_RULES, MOST_WEBHOOKS } from '@berth/contracts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ApiUnderTest } from '../testing/api.test.support.js'

let api: ApiUnderTest
let project: number
beforeAll(async () => {
  api = await ApiUnderTest.start()
  project = await api.createProject('dev', 'admin')
  for (const name of ['anna', 'berta']) await api.createUser(name)
})
afterAll(() => api[Symbol.asyncDispose]())

const member = (body: object) => () => ({ path: 'projects/dev/members', body: { role_id: 2, ...body } })
const idOf = async (name: string) =>
  (await api.database.pool.query(`select id from "user" where username = $1`, [name])).rows[0].id as number
const account = (number: number, { username = `twin-${number}`, email = `twin-${number}@example.com` }) => ({
  path: 'users',
  body: { username, email, realname: 'Twin', password: 'Harbor12345' },
})

const webhook = (name: string) => ({
  path: `projects/${project}/webhook/policies`,
  body: {
    name,
    enabled: true,
    event_types: ['PUSH_ARTIFACT'],
    targets: [{ type: 'http', address: 'https://hooks.example.com/twin' }],
  },
})
const tagRule = (pattern: string) => ({
  path: `projects/${project}/immutabletagrules`,
  body: {
    action: 'immutable',
    template: 'immutable_template',
    tag_selectors: [{ kind: 'doublestar', decoration: 'matches', pattern }],
    scope_selectors: {
      repository: [{ kind: 'doublestar', decoration: 'repoMatches', pattern: '**' }],
    },
  },
})
async function replication(name: string) {
  const { rows } = await api.database.pool.query('select id from registry_endpoint')
  return { path: 'replication/policies', body: { name, dest_registry: { id: rows[0].id }, enabled: true } }
}

interface Case {
  /** What keeps the second one out, where both have looked before either was there. */
  readonly constraints: readonly string[]
  readonly reasons: readonly string[]
  /** The request that one of several sends at the same time, by its number. */
  readonly ask: (number: number) => { path: string; body: object } | Promise<{ path: string; body: object }>
}

/** What can be made once alone. */
const cases: Readonly<Record<string, Case>> = {
  'a user name': {
    constraints: ['user_username', 'user_login_pkey'],
    reasons: ['USERNAME_TAKEN', 'LOGIN_TAKEN'],
    ask: (number) => account(number, { username: number % 2 ? 'TWIN' : 'twin' }),
  },
  'an e-mail address': {
    constraints: ['user_email'],
    reasons: ['EMAIL_TAKEN', 'LOGIN_TAKEN'],
    ask: (number) => account(number, { email: number % 2 ? 'ONE@example.com' : 'one@example.com' }),
  },
  'a project': {
    constraints: ['project_name_key'],
    reasons: ['PROJECT_EXISTS'],
    ask: () => ({ path: 'projects', body: { project_name: 'twin' } }),
  },
  'a member': {
    constraints: ['project_member_project_id_user_id_key'],
    reasons: ['MEMBER_EXISTS'],
    ask: member({ member_user: { username: 'anna' } }),
  },
  'a group': {
    constraints: ['user_group_key'],
    reasons: ['GROUP_NAME_TAKEN', 'GROUP_EXISTS'],
    ask: () => ({ path: 'usergroups', body: { group_type: 3, group_name: 'ops' } }),
  },
  'a group as a member': {
    constraints: ['project_member_project_id_group_id_key'],
    reasons: ['MEMBER_EXISTS'],
    ask: member({ member_group: { group_name: 'ops', group_type: 3 } }),
  },
  'a role': {
    constraints: ['role_name_key', 'role_name_folded'],
    reasons: ['ROLE_NAME_TAKEN'],
    ask: (number) => ({
      path: 'roles',
      body: { name: number % 2 ? 'Pullers' : 'pullers', permissions: ['repository:pull'] },
    }),
  },
  'a robot': {
    constraints: ['robot_project_id_name_key'],
    reasons: ['ROBOT_EXISTS'],
    ask: () => ({
      path: 'robots',
      body: {
        name: 'twin',
        level: 'project',
        duration: 30,
        permissions: [{ kind: 'project', namespace: 'dev', access: [{ resource: 'repository', action: 'pull' }] }],
      },
    }),
  },
  'an identity': {
    constraints: ['user_identity_source_issuer_subject_key'],
    reasons: ['IDENTITY_LINKED'],
    ask: async (number) => ({
      path: `users/${await idOf(number % 2 ? 'anna' : 'berta')}/identities`,
      body: { issuer: 'https://id.example', subject: 'twin' },
    }),
  },
  'a retention policy': {
    constraints: ['retention_policy_project_id_key'],
    reasons: ['RETENTION_EXISTS'],
    ask: () => ({
      path: 'retentions',
      body: {
        algorithm: 'or',
        scope: { level: 'project', ref: project },
        trigger: { kind: 'Schedule', settings: { cron: '' } },
        rules: [],
      },
    }),
  },
  'a label': {
    constraints: ['label_name'],
    reasons: ['LABEL_EXISTS'],
    ask: () => ({ path: 'labels', body: { name: 'twin', scope: 'g' } }),
  },
  'a webhook': {
    constraints: ['webhook_policy_name'],
    reasons: ['WEBHOOK_EXISTS'],
    ask: () => webhook('twin'),
  },
  'a registry elsewhere': {
    constraints: ['registry_endpoint_name'],
    reasons: ['REGISTRY_EXISTS'],
    ask: () => ({
      path: 'registries',
      body: { name: 'twin', type: 'docker-registry', url: 'https://registry.invalid' },
    }),
  },
  'a rule of replication': {
    constraints: ['replication_policy_name'],
    reasons: ['REPLICATION_EXISTS'],
    ask: () => replication('twin'),
  },
  'a rule for tags': {
    constraints: ['immutable_rule_once'],
    reasons: ['TAG_RULE_EXISTS'],
    ask: () => tagRule('v*'),
  },
}

it.each(Object.entries(cases))(
  '%s that several want at once is one’s alone, and the others hear why',
  async (_, { ask, reasons }) => {
    const requests = await Promise.all(Array.from({ length: 6 }, async (__, number) => ask(number)))
    const answers = await Promise.all(requests.map((request) => api.call({ method: 'POST', as: 'admin', ...request })))
    const made = answers.filter(({ status }) => status === 201)
    expect(made).toHaveLength(1)
    for (const answer of answers.filter((one) => !made.includes(one))) {
      expect([400, 409]).toContain(answer.status)
      expect(reasons).toContain(answer.reason)
    }
  },
)

/** What there may be so many of, with a statement that leaves room for one. */
const rooms: ReadonlyArray<readonly [string, string, (name: string) => ReturnType<Case['ask']>, string]> = [
  [
    'a webhook',
    `insert into webhook_policy (project_id, name, enabled, event_types, kind, address, payload_format, creator)
     select $project, 'old ' || n, true, '{PUSH_ARTIFACT}', 'http', 'http://hook.example/', 'Default', 'admin'
     from generate_series(1, ${MOST_WEBHOOKS} - 1 - (select count(*)::int from webhook_policy where project_id = $project)) n`,
    webhook,
    'TOO_MANY_WEBHOOKS',
  ],
  [
    'a rule for tags',
    `insert into immutable_rule (project_id, repository_pattern, tag_pattern) select $project, '**', 'old-' || n
     from generate_series(1, ${MOST_RULES} - 1 - (select count(*)::int from immutable_rule where project_id = $project)) n`,
    tagRule,
    'TOO_MANY_TAG_RULES',
  ],
  [
    'a rule of replication',
    `insert into replication_policy (name, dest_registry_id) select 'old ' || n, (select id from registry_endpoint)
     from generate_series(1, ${MOST_REPLICATIONS} - 1 - (select count(*)::int from replication_policy)) n`,
    replication,
    'TOO_MANY_REPLICATIONS',
  ],
]

it.each(rooms)('room for one more is taken by one: %s', async (_, fill, ask, reason) => {
  await api.database.pool.query(fill.replaceAll('$project', String(project)))
  const requests = await Promise.all(Array.from({ length: 6 }, async (__, number) => ask(`last-${number}`)))
  const answers = await Promise.all(requests.map((request) => api.call({ method: 'POST', as: 'admin', ...request })))
  const reasons = answers.map((answer) => (answer.status === 201 ? 'made' : answer.reason))
  expect(reasons.filter((one) => one === 'made')).toHaveLength(1)
  expect(reasons.filter((one) => one === reason)).toHaveLength(5)
})

/** Tables of which no request makes a row that another one could have made: what they hold follows from something else. */
const written = {
  'on conflict, or one row for a row of another table':
    'setting quota admin_group user_group_member second_factor recovery_code schedule storage artifact_label system_cve_allowlist daily_activity project_usage repository_usage job_pause worker_pool replication_run gone_repository',
  'by the registry and its metadata, where the first one wins':
    'repository blob repository_blob artifact artifact_blob artifact_reference tag reclaim open_upload upstream_answer',
  'by ids that the database gives, or for one event':
    'event outbox missed_event audit_forward job_execution migrations',
  'by one execution': 'retention_verdict',
}

it('is tried with every unique constraint that a request can meet', async () => {
  const { rows } = await api.database.pool.query<{ name: string; table: string }>(`
    select i.indexrelid::regclass::text as name, c.relname as table
    from pg_index i join pg_class c on c.oid = i.indrelid
    where i.indisunique and c.relnamespace = 'public'::regnamespace and not c.relispartition
      and not (i.indnatts = 1 and exists (
        select from pg_attribute a where a.attrelid = i.indrelid and a.attnum = i.indkey[0] and a.attidentity <> ''))`)
  const tables = new Set(Object.values(written).flatMap((names) => names.split(' ')))
  const open = rows.filter(({ table }) => !tables.has(table)).map(({ name }) => name)
  const tried = Object.values(cases).flatMap(({ constraints }) => constraints)
  expect(open.toSorted()).toEqual(tried.toSorted())
})
