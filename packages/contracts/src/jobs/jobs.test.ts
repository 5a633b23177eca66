import { expect, test } from 'vitest'
import { auditTypes } from '../events/audit-types.js'
import {
  AUDIT_HOURS,
  COMMAND_CLASS,
  IMPORT_JOB,
  jobContracts,
  MAX_GC_WORKERS,
  platform,
  POOL_SILENCE,
  readNames,
  replicationSubject,
  webhookSubject,
  type JobName,
} from './jobs.js'

const collection = jobContracts['garbage-collection'].schema

test('garbage collection changes as little as it is told', () => {
  const nothing = { delete_untagged: false, delete_tag: false, purge_deleted: false, dry_run: false, workers: 1 }
  expect(collection.parse({})).toEqual(nothing)
  expect(collection.parse({ delete_untagged: true, dry_run: true, workers: MAX_GC_WORKERS })).toEqual({
    ...nothing,
    delete_untagged: true,
    dry_run: true,
    workers: 10,
  })
})

test.each([{ workers: 0 }, { workers: MAX_GC_WORKERS + 1 }, { workers: 1.5 }, { dry_run: 'true' }])(
  'garbage collection does not take %j',
  (payload) => {
    expect(collection.safeParse(payload).success).toBe(false)
  },
)

test.each([
  'purge-uploads',
  'reclaim',
  'scrub',
  'fold-quota',
  'prove-quota',
  'prune-executions',
  'add-event-months',
] as const)('%s is upkeep and takes no payload', (name) => {
  expect(jobContracts[name].class).toBe('upkeep')
  expect(jobContracts[name].schema.parse({ more: 1 })).toEqual({})
})

const long = (length: number) => 'a'.repeat(length)
const change = { operation: 'copy', resource_type: 'image', repository: 'library/app', tags: ['v1'] }
const task = { ...change, policy_id: 1, destination: 'berth', src_resource: 'a', dst_resource: 'b' }
const retentionTask = { policy_id: 1, run: 1, version: 1, repository_id: 1, repository: 'library/app' }
const purge = { audit_retention_hour: AUDIT_HOURS.min, include_event_types: '' }

test.each<readonly [JobName, object, object]>([
  ['purge-audit-log', purge, { ...purge, dry_run: false }],
  ['purge-audit-log', { ...purge, audit_retention_hour: AUDIT_HOURS.max }, { audit_retention_hour: 240_000 }],
  ['retention', { policy_id: 1 }, { policy_id: 1, dry_run: false, preview: null }],
  ['retention', { policy_id: 2, preview: 2 }, { preview: 2 }],
  ['retention-repository', retentionTask, { ...retentionTask, dry_run: false, preview: null }],
  ['retention-repository', { ...retentionTask, run: 2, version: 2, repository_id: 2 }, { run: 2, version: 2 }],
  ['replication', { policy_id: 2 }, { policy_id: 2 }],
  ['replication', { policy_id: 1, changes: [change] }, { changes: [change] }],
  ['replication-task', { ...task, policy_id: 2 }, { destination: 'berth', tags: ['v1'] }],
  [
    'replication-task',
    { ...task, operation: 'deletion', resource_type: 'artifact', digest: 'sha256:0', tags: [] },
    { operation: 'deletion', resource_type: 'artifact', digest: 'sha256:0', tags: [] },
  ],
  ['webhook', { policy_id: 2 }, { policy_id: 2 }],
])('%s takes %j', (name, payload, meant) => {
  expect(jobContracts[name].schema.parse(payload)).toMatchObject(meant)
})

test.each<readonly [JobName, object]>([
  ['purge-audit-log', { ...purge, audit_retention_hour: AUDIT_HOURS.min - 1 }],
  ['purge-audit-log', { ...purge, audit_retention_hour: AUDIT_HOURS.max + 1 }],
  ['purge-audit-log', { ...purge, include_event_types: 'everything' }],
  ['purge-audit-log', { ...purge, include_event_types: ','.repeat(4097) }],
  ['retention', { policy_id: 0 }],
  ['retention', { policy_id: 1, preview: 0 }],
  ['retention-repository', { ...retentionTask, run: 0 }],
  ['retention-repository', { ...retentionTask, version: 0 }],
  ['retention-repository', { ...retentionTask, repository_id: 0 }],
  ['retention-repository', { ...retentionTask, repository: long(256) }],
  ['replication', { policy_id: 0 }],
  ['replication', { policy_id: 1, changes: Array.from({ length: 1001 }, () => change) }],
  ['replication-task', { ...task, operation: 'move' }],
  ['replication-task', { ...task, resource_type: 'chart' }],
  ['replication-task', { ...task, repository: long(256) }],
  ['replication-task', { ...task, digest: long(141) }],
  ['replication-task', { ...task, tags: [long(129)] }],
  ['replication-task', { ...task, tags: Array.from({ length: 101 }, () => 'v1') }],
  ['replication-task', { ...task, destination: long(513) }],
  ['replication-task', { ...task, policy_id: 0 }],
  ['webhook', { policy_id: 0 }],
  ['webhook', {}],
])('%s does not take a payload that is out of bounds (%#)', (name, payload) => {
  expect(jobContracts[name].schema.safeParse(payload).success).toBe(false)
})

test('kinds of entries of the audit log are named with commas, and each has to be there', () => {
  expect(readNames(' create_project,, delete_artifact ,')).toEqual(['create_project', 'delete_artifact'])
  const { schema } = jobContracts['purge-audit-log']
  expect(schema.safeParse({ ...purge, include_event_types: auditTypes.slice(0, 2).join(', ') }).success).toBe(true)
  const refused = schema.safeParse({ ...purge, include_event_types: `${auditTypes[0]},everything` })
  expect(refused.error?.issues[0]?.message).toContain(`there are ${auditTypes.join(', ')}`)
})

test('what others know by its name keeps it', () => {
  expect([webhookSubject(3), replicationSubject(3)]).toEqual([
    { kind: 'webhook', id: 3 },
    { kind: 'replication', id: 3 },
  ])
  expect([COMMAND_CLASS, IMPORT_JOB, POOL_SILENCE]).toEqual(['command', 'import', '1 minute'])
})

test('what is about no project is about the platform', () => {
  expect(platform).toEqual({ kind: 'system', id: 0 })
})
