import { z } from 'zod'
import { auditTypes } from '../events/audit-types.js'

export const MAX_GC_WORKERS = 10

/** In the words of Harbor's API, in which operators give them. */
const garbageCollection = z.object({
  delete_untagged: z
    .boolean()
    .default(false)
    .describe('Also delete artifacts without a tag that belong to no index and to no other artifact.'),
  purge_deleted: z.boolean().default(false).describe('Also free what was deleted and could still be restored.'),
  delete_tag: z.boolean().default(false).describe('Of no effect: a deleted tag leaves nothing behind.'),
  dry_run: z.boolean().default(false).describe('Change nothing, list what would go.'),
  workers: z.int().min(1).max(MAX_GC_WORKERS).default(1).describe('How many blobs are deleted at the same time.'),
})

/** Hours that entries of the audit log may be kept: the most is some 27 years. */
export const AUDIT_HOURS = { min: 1, max: 240_000 } as const

const areAuditTypes = (text: string) => readNames(text).every((name) => auditTypes.includes(name))

/** Names with commas between them. */
export const readNames = (text: string): string[] =>
  text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')

/** In the words of Harbor's API. */
const purgeAuditLog = z.object({
  audit_retention_hour: z.int().min(AUDIT_HOURS.min).max(AUDIT_HOURS.max).describe('Entries that are older may go.'),
  include_event_types: z
    .string()
    .max(4096)
    .refine(areAuditTypes, `names a kind of entry that there is not; there are ${auditTypes.join(', ')}`)
    .describe('Kinds of entries that go, with commas between them; the others are kept.'),
  dry_run: z.boolean().default(false).describe('Change nothing, count what would go.'),
})

const retention = z.object({
  policy_id: z.int().min(1),
  dry_run: z.boolean().default(false).describe('Change nothing, say what would go.'),
  preview: z.int().min(1).nullable().default(null).describe('The dry run that says what may go at most.'),
})

/** A repository of a run. `run`: its execution. `version`: of the policy, when the run began. */
const retentionTask = retention.extend({
  run: z.int().min(1),
  version: z.int().min(1),
  repository_id: z.int().min(1),
  repository: z.string().max(255),
})
export type RetentionTaskPayload = z.output<typeof retentionTask>

/** What has happened to an artifact here, and is to happen elsewhere. `tags`: those that it is about; none: the artifact as a whole. */
const replicationChange = z.object({
  operation: z.enum(['copy', 'deletion']),
  resource_type: z.enum(['image', 'artifact']),
  repository: z.string().max(255),
  digest: z.string().max(140).optional(),
  tags: z.array(z.string().max(128)).max(100),
})

/** A run of a policy: all that it is about, or what has changed. */
const replication = z.object({
  policy_id: z.int().min(1),
  changes: z.array(replicationChange).max(1000).optional(),
})

/** One artifact of a run. `src_resource`, `dst_resource`: as people are told of it. */
const replicationTask = replicationChange.extend({
  policy_id: z.int().min(1),
  destination: z.string().max(512),
  src_resource: z.string(),
  dst_resource: z.string(),
})
export type ReplicationTaskPayload = z.output<typeof replicationTask>

/** Sends what a webhook has to tell, in its order, until nothing is left or its receiver fails. */
const webhook = z.object({ policy_id: z.int().min(1) })

/**
 * The record of one delivery: an execution that no worker takes, for it waits for those before it. The job `webhook` works on them one
 * after the other.
 */
export const WEBHOOK_DELIVERY = { job: 'webhook-delivery', class: 'webhook' } as const

/** Of executions that no worker takes, for a command that somebody has given runs them: it keeps their leases, and nobody repeats them. */
export const COMMAND_CLASS = 'command'

/** An import from another registry. */
export const IMPORT_JOB = 'import'

/** A pool of workers that is silent for this long is at work no more. An interval of PostgreSQL. */
export const POOL_SILENCE = '1 minute'

/** Executions of a class wait for the same workers. Those of another class never keep them waiting. */
export type JobClass = 'delivery' | 'transfer' | 'scan' | 'upkeep'

interface JobContract {
  readonly class: JobClass
  /** What Harbor's clients call it, where that is not its own name in capitals. Jobs of one type are one queue to operators. */
  readonly type?: string
  /** Of its payload. */
  readonly schema: z.ZodType
}

/** Every job that there is. The names are what `job_execution.job` and `schedule.job` hold. */
export const jobContracts = {
  'purge-uploads': { class: 'upkeep', schema: z.object({}) },
  reclaim: { class: 'upkeep', schema: z.object({}) },
  'garbage-collection': { class: 'upkeep', schema: garbageCollection },
  scrub: { class: 'upkeep', schema: z.object({}) },
  'fold-quota': { class: 'upkeep', schema: z.object({}) },
  'count-pushes': { class: 'upkeep', schema: z.object({}) },
  'count-usage': { class: 'upkeep', schema: z.object({}) },
  'prove-quota': { class: 'upkeep', schema: z.object({}) },
  'prune-executions': { class: 'upkeep', schema: z.object({}) },
  retention: { class: 'upkeep', schema: retention },
  'retention-repository': { class: 'upkeep', type: 'RETENTION', schema: retentionTask },
  replication: { class: 'transfer', schema: replication },
  'replication-task': { class: 'transfer', type: 'REPLICATION', schema: replicationTask },
  webhook: { class: 'delivery', schema: webhook },
  'check-registries': { class: 'delivery', schema: z.object({}) },
  'purge-audit-log': { class: 'upkeep', schema: purgeAuditLog },
  'prune-events': { class: 'upkeep', schema: z.object({}) },
  'add-event-months': { class: 'upkeep', schema: z.object({}) },
} as const satisfies Readonly<Record<string, JobContract>>

export type JobName = keyof typeof jobContracts

/** What an execution or a schedule is about: `kind` says of which table `id` is. */
export interface JobSubject {
  readonly kind: string
  readonly id: number
}

export const webhookSubject = (policyId: number): JobSubject => ({ kind: 'webhook', id: policyId })

export const replicationSubject = (policyId: number): JobSubject => ({ kind: 'replication', id: policyId })

/** The subject of jobs that are about the platform as a whole. */
export const platform: JobSubject = { kind: 'system', id: 0 }
