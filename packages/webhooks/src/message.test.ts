import { expect, it } from 'vitest'
import { type HeardEvent, messageOf, webhookEvents } from './message.js'

const digest = `sha256:${'0'.repeat(64)}`
const at = new Date('2026-01-02T03:04:05.999Z')
const where = { project: 'dev', isPublic: false, repositoryMadeAt: undefined, url: 'https://berth.example:8443' }
const actor = { kind: 'user', name: 'ann' } as const

const artifact = { project_id: 1, repository_id: 2, repository: 'dev/app', digest }
const repository = { name: 'app', namespace: 'dev', repo_full_name: 'dev/app', repo_type: 'private' }
const tagged = (...tags: string[]) => ({
  resources: tags.map((tag) => ({ digest, tag, resource_url: `berth.example:8443/dev/app:${tag}` })),
  repository,
})
const project = { name: '', namespace: 'dev', repo_full_name: '', repo_type: 'private' }
const run = {
  project_id: 1,
  project: 'dev',
  policy_id: 5,
  policy: 'mirror',
  creator: 'ann',
  execution_id: 6,
  started: 7,
  override: true,
  registry: 'elsewhere',
  registry_type: 'quay',
  endpoint: 'https://quay.io',
  namespace: '',
  succeeded: 1,
  failed: 0,
  succeeded_names: ['dev/app:[v1]'],
  failed_names: [],
}
const replication = {
  harbor_hostname: 'berth.example',
  description: 'mirror',
  artifact_type: 'image',
  override_mode: true,
  policy_creator: 'ann',
  execution_timestamp: 7,
}
const here = { registry_name: 'Local', registry_type: 'harbor', endpoint: 'https://berth.example:8443' }
const there = { registry_name: 'elsewhere', registry_type: 'quay', endpoint: 'https://quay.io' }

/** An event by its type and payload, and the type and data that Harbor's receivers know. */
const told: readonly (readonly [HeardEvent['type'], object, type: string, data: object])[] = [
  ['artifact.pushed', { ...artifact, tags: ['v1', 'v2'] }, 'PUSH_ARTIFACT', tagged('v1', 'v2')],
  ['artifact.restored', { ...artifact, tags: ['v1'] }, 'PUSH_ARTIFACT', tagged('v1')],
  ['tag.created', { ...artifact, tag: 'v1' }, 'PUSH_ARTIFACT', tagged('v1')],
  ['tag.restored', { ...artifact, tag: 'v1' }, 'PUSH_ARTIFACT', tagged('v1')],
  ['artifact.pulled', { ...artifact, tag: 'v1' }, 'PULL_ARTIFACT', tagged('v1')],
  [
    'artifact.pulled',
    artifact,
    'PULL_ARTIFACT',
    {
      resources: [{ digest, tag: digest, resource_url: `berth.example:8443/dev/app@${digest}` }],
      repository,
    },
  ],
  ['artifact.deleted', { ...artifact, tags: ['v1'] }, 'DELETE_ARTIFACT', tagged('v1')],
  ['repository.deleted', { project_id: 1, repository: 'dev/app' }, 'DELETE_ARTIFACT', { repository }],
  [
    'quota.warned',
    { project_id: 1, project: 'dev', storage: 100, used: 86 },
    'QUOTA_WARNING',
    { repository: project, custom_attributes: { Details: '86 of 100 bytes are used' } },
  ],
  [
    'quota.exceeded',
    { project_id: 1, project: 'dev', storage: 100, used: 100 },
    'QUOTA_EXCEED',
    { repository: project, custom_attributes: { Details: 'no room is left within 100 bytes' } },
  ],
  [
    'retention.applied',
    { ...artifact, policy_id: 5, execution_id: 6, total: 200, retained: 1, deleted: Array(150).fill('old') },
    'TAG_RETENTION',
    {
      repository,
      retention: {
        total: 200,
        retained: 1,
        harbor_hostname: 'berth.example',
        project_name: 'dev',
        retention_policy_id: 5,
        result: 'SUCCESS',
        deleted_artifact: Array.from({ length: 100 }, () => ({
          type: 'image',
          status: 'SUCCESS',
          name_tag: 'app:old',
        })),
      },
    },
  ],
  [
    'replication.finished',
    { ...run, direction: 'push', status: 'success', trigger: 'manual', signed_in: true },
    'REPLICATION',
    {
      replication: {
        ...replication,
        job_status: 'Success',
        trigger_type: 'MANUAL',
        authentication_type: 'basic',
        src_resource: { ...here, namespace: 'dev' },
        dest_resource: { ...there, namespace: 'dev' },
        successful_artifact: [{ type: 'image', status: 'Success', name_tag: 'dev/app:[v1]' }],
      },
    },
  ],
  [
    'replication.finished',
    {
      ...run,
      direction: 'pull',
      status: 'stopped',
      trigger: 'schedule',
      signed_in: false,
      namespace: 'n',
      succeeded_names: [],
      failed_names: ['n/app:[v1]'],
    },
    'REPLICATION',
    {
      replication: {
        ...replication,
        job_status: 'Stopped',
        trigger_type: 'SCHEDULE',
        authentication_type: '',
        src_resource: { ...there, namespace: '' },
        dest_resource: { ...here, namespace: 'dev' },
        failed_artifact: [{ type: 'image', status: 'Error', name_tag: 'n/app:[v1]' }],
      },
    },
  ],
]

it.each(told)('%s is told as Harbor tells it (%#)', (type, payload, told, data) => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a row of the table has the payload of its type
  const event = { type, at, actor, payload } as HeardEvent
  expect(messageOf(event, where)).toEqual({ type: told, occur_at: 1_767_323_045, operator: 'ann', event_data: data })
})

it('every event that webhooks hear of is in that table', () => {
  expect([...new Set(told.map(([type]) => type))].toSorted()).toEqual(webhookEvents.toSorted())
})
