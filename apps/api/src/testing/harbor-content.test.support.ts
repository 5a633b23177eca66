import type { FakeHarbor } from '@berth/testkit'

const times = { creation_time: '2024-01-02T03:04:05.000Z', update_time: '2024-01-02T03:04:05.000Z' }
const everyTag = [{ kind: 'doublestar', decoration: 'matches', pattern: '**', extras: '{"untagged":true}' }]
const everyRepository = { repository: [{ kind: 'doublestar', decoration: 'repoMatches', pattern: '**' }] }

/** A Harbor 2.12 with one of each thing, as its API tells of them; the answers are those of its document. */
export function fillHarbor(fake: FakeHarbor): void {
  const set = (path: string, value: unknown) => void fake.api.set(path, value)
  set('projects', [
    project(1, 'library', { public: 'true' }),
    project(4, 'team', {
      public: 'true',
      enable_content_trust: 'false',
      enable_content_trust_cosign: 'false',
      auto_scan: 'true',
      prevent_vul: 'true',
      severity: 'high',
      reuse_sys_cve_allowlist: 'false',
      retention_id: '7',
    }),
    { ...project(6, 'hub', { public: 'false', retention_id: '9' }), registry_id: 3 },
  ])
  set('quotas 1', [quota(1, 'library', -1, 0)])
  set('quotas 4', [quota(4, 'team', 5 * 1024 ** 3, 12_345)])
  set('quotas 6', [quota(6, 'hub', -1, 777)])
  set('projects/4/members', [
    member(11, 'u', 'admin', 1, 1),
    member(12, 'u', 'uma', 3, 2),
    member(13, 'u', 'nobody-here', 4, 2),
    member(14, 'g', 'builders', 5, 4),
  ])
  set('usergroups', [{ id: 5, group_name: 'builders', group_type: 3, ldap_group_dn: '' }])
  set('labels g', [label(1, 'prod', 'g', 0)])
  set('labels p 4', [label(2, 'own', 'p', 4)])
  set('registries', [
    {
      id: 3,
      name: 'hub',
      description: '',
      type: 'docker-registry',
      url: 'http://127.0.0.1:1',
      insecure: false,
      status: 'healthy',
      credential: { type: 'basic', access_key: 'puller', access_secret: '*****' },
      ...times,
    },
    { id: 8, name: 'charts', type: 'helm-hub', url: 'https://hub.example', insecure: false, ...times },
  ])
  set('robots', [
    robot(21, 'robot$deploy', 'system', [
      { kind: 'project', namespace: 'team', access: [{ resource: 'repository', action: 'pull' }] },
      { kind: 'project', namespace: 'gone', access: [{ resource: 'repository', action: 'pull' }] },
    ]),
  ])
  set('robots Level=project,ProjectID=4', [
    robot(22, 'robot$team+ci', 'project', [
      {
        kind: 'project',
        namespace: 'team',
        access: [
          { resource: 'repository', action: 'push' },
          { resource: 'repository', action: 'pull' },
          { resource: 'no-such-thing', action: 'read' },
        ],
      },
    ]),
    { ...robot(23, 'robot$team+old', 'project', []), expires_at: 1_600_000_000 },
  ])
  set('retentions/7', {
    id: 7,
    algorithm: 'or',
    rules: [
      {
        id: 1,
        priority: 1,
        disabled: false,
        action: 'retain',
        template: 'latestPushedK',
        params: { latestPushedK: 10 },
        tag_selectors: everyTag,
        scope_selectors: everyRepository,
      },
    ],
    trigger: { kind: 'Schedule', settings: { cron: '0 0 3 * * *' }, references: { job_id: 55 } },
    scope: { level: 'project', ref: 4 },
  })
  set('projects/4/immutabletagrules', [
    {
      id: 31,
      priority: 0,
      disabled: false,
      action: 'immutable',
      template: 'immutable_template',
      params: {},
      tag_selectors: [{ kind: 'doublestar', decoration: 'matches', pattern: 'v*', extras: '' }],
      scope_selectors: everyRepository,
    },
  ])
  set('projects/4/webhook/policies', [
    {
      id: 41,
      name: 'chat',
      description: 'tells the chat',
      project_id: 4,
      enabled: true,
      creator: 'admin',
      event_types: ['PUSH_ARTIFACT', 'SCANNING_COMPLETED'],
      targets: [
        {
          type: 'http',
          address: 'https://hooks.example/x',
          auth_header: 'Bearer x',
          skip_cert_verify: false,
          payload_format: 'CloudEvents',
        },
      ],
      ...times,
    },
  ])
  set('scanners', [{ uuid: 'a', name: 'Trivy', url: 'http://trivy:8080', ...times }])
  set('p2p/preheat/instances', [{ id: 1, name: 'dragonfly', vendor: 'dragonfly', endpoint: 'http://d:1' }])
  set('replication/policies', [
    replication(1, 'to-dr', { dest_registry: { id: 3, name: 'hub' } }),
    replication(2, 'from-hub', {
      src_registry: { id: 3, name: 'hub' },
      trigger: { type: 'scheduled', trigger_settings: { cron: '0 0 4 * * *' } },
      dest_namespace: 'mirror',
      dest_namespace_replace_count: 1,
      enabled: false,
      deletion: undefined,
      replicate_deletion: undefined,
    }),
    replication(3, 'charts', { src_registry: { id: 8, name: 'charts' } }),
    replication(4, 'of-charts', {
      dest_registry: { id: 3, name: 'hub' },
      filters: [{ type: 'resource', value: 'chart' }],
    }),
  ])
  set('users', [{ user_id: 3, username: 'uma' }])
  set('configurations', {
    auth_mode: { value: 'ldap_auth', editable: false },
    robot_name_prefix: { value: 'robot$', editable: true },
  })
  set('system/CVEAllowlist', { id: 1, project_id: 0, items: [{ cve_id: 'CVE-2020-1' }] })
  set('projects/team/repositories', [repository(61, 'team/app', 2, 'the app'), repository(62, 'team/tools/cli', 1, '')])
  set('projects/hub/repositories', [repository(63, 'hub/library/alpine', 1, '')])
}

const project = (id: number, name: string, metadata: object) => ({
  project_id: id,
  name,
  owner_id: 1,
  owner_name: 'admin',
  registry_id: 0,
  deleted: false,
  repo_count: 0,
  metadata,
  cve_allowlist: { id, project_id: id, items: [{ cve_id: 'CVE-2021-44228' }], expires_at: null, ...times },
  ...times,
})
const quota = (id: number, name: string, hard: number, used: number) => ({
  id,
  ref: { id, name, owner_name: 'admin' },
  hard: { storage: hard },
  used: { storage: used },
  ...times,
})
const member = (id: number, type: 'u' | 'g', name: string, entity: number, role: number) => ({
  id,
  project_id: 4,
  entity_id: entity,
  entity_name: name,
  entity_type: type,
  role_id: role,
  role_name: 'some',
})
const label = (id: number, name: string, scope: string, projectId: number) => ({
  id,
  name,
  description: '',
  color: '#FF0000',
  scope,
  project_id: projectId,
  ...times,
})
const robot = (id: number, name: string, level: string, permissions: object[]) => ({
  id,
  name,
  description: 'made there',
  level,
  duration: -1,
  editable: true,
  disable: false,
  expires_at: -1,
  permissions,
  ...times,
})
const local = { id: 0, name: 'Local', type: 'harbor', url: 'http://core:8080' }
const replication = (id: number, name: string, fields: object) => ({
  id,
  name,
  description: '',
  src_registry: local,
  dest_registry: local,
  dest_namespace: '',
  dest_namespace_replace_count: -1,
  trigger: { type: 'event_based', trigger_settings: { cron: '' } },
  filters: [
    { type: 'name', value: 'team/**' },
    { type: 'tag', value: 'v*', decoration: 'excludes' },
    { type: 'label', value: ['prod'], decoration: 'matches' },
  ],
  deletion: true,
  replicate_deletion: true,
  override: true,
  enabled: true,
  speed: 512,
  copy_by_chunk: false,
  single_active_replication: true,
  ...fields,
  ...times,
})
const repository = (id: number, name: string, artifacts: number, description: string) => ({
  id,
  name,
  project_id: 4,
  description,
  artifact_count: artifacts,
  pull_count: 3,
  ...times,
})
