import { z } from 'zod'
import { MOST_FILTERS, replicationTriggers } from '../rules/replication.js'
import { registry } from './registries.js'
import { integer, text, time } from './scalars.js'

/** Harbor's clients send the whole registry; what counts of it is its id. */
const givenEnd = z
  .object({ id: z.int().min(0).max(2_147_483_647).default(0).describe('0: this registry.') })
  .nullish()
  .describe('Absent: this registry.')

const givenFilter = z
  .object({
    type: text.max(64).default('').describe('name, tag, label or resource.'),
    value: z
      .union([text.max(255), z.array(text.max(255)).max(100)])
      .describe(
        'Of labels a list of their names. Of names and tags a pattern; empty: everything. Of resources image or artifact.',
      ),
    decoration: text
      .max(64)
      .default('')
      .describe('Of tags and labels: matches, which is meant where nothing is said, or excludes.'),
  })
  .meta({ id: 'ReplicationFilterReq' })

const givenTrigger = z
  .object({
    type: z
      .enum([...replicationTriggers, ''])
      .default('')
      .describe('Empty: manual. event_based: of what is pushed from here.'),
    trigger_settings: z
      .object({ cron: text.max(255).default('').describe('In UTC; of a rule that is scheduled.') })
      .nullish(),
  })
  .nullish()

/**
 * What somebody asks for. A flag that is not given is false, as Go leaves it out; what Harbor tells beside these is nobody's to say.
 */
export const givenReplication = z
  .object({
    name: text.trim().min(1).max(255),
    description: text.max(1024).default(''),
    src_registry: givenEnd,
    dest_registry: givenEnd,
    dest_namespace: text.trim().max(255).default('').describe('Empty: names stay as they are.'),
    dest_namespace_replace_count: z
      .int()
      .min(-1)
      .max(100)
      .nullish()
      .describe('How many components of a name the namespace takes the place of; -1, or nothing: of all but the last.'),
    trigger: givenTrigger,
    filters: z.array(givenFilter).max(MOST_FILTERS).nullish().describe('All of them hold, also several of one type.'),
    replicate_deletion: z.boolean().optional(),
    deletion: z
      .boolean()
      .optional()
      .describe('The same by its old name. Where both are given, deletions are passed on if both say so.'),
    override: z.boolean().default(false).describe('A tag that names something else there is moved.'),
    enabled: z.boolean().default(false),
    speed: z
      .int()
      .min(-1)
      .max(2_147_483_647)
      .nullish()
      .describe('KB/s of all copies of the rule together; 0, -1 or nothing: no limit.'),
    copy_by_chunk: z.boolean().nullish(),
    single_active_replication: z.boolean().nullish().describe('No run begins while one is under way.'),
  })
  .meta({ id: 'ReplicationPolicyReq' })

const toldFilter = z
  .object({ type: z.string(), value: z.union([z.string(), z.array(z.string())]), decoration: z.string().optional() })
  .meta({ id: 'ReplicationFilter' })

const runStatus = z.enum(['InProgress', 'Succeed', 'Failed', 'Stopped'])

export const replicationExecution = z
  .object({
    id: integer,
    policy_id: integer,
    status: runStatus,
    trigger: z.enum(replicationTriggers),
    start_time: time,
    end_time: time.describe('0001-01-01T00:00:00.000Z: not yet.'),
    status_text: z.string().describe('Why it failed.'),
    total: integer.describe('Tasks.'),
    failed: integer,
    succeed: integer,
    in_progress: integer.describe('Those that wait, too.'),
    stopped: integer,
  })
  .meta({ id: 'ReplicationExecution' })

export const replicationPolicy = z
  .object({
    id: integer,
    name: z.string(),
    description: z.string().optional(),
    src_registry: registry.describe('With the id 0: this registry.'),
    dest_registry: registry,
    dest_namespace: z.string().optional().describe('Absent: names stay as they are.'),
    dest_namespace_replace_count: integer,
    trigger: z
      .object({
        type: z.enum(replicationTriggers),
        trigger_settings: z
          .object({
            cron: z.string().optional(),
            next_scheduled_time: time.optional().describe('While it is enabled.'),
          })
          .meta({ id: 'ReplicationTriggerSettings' }),
      })
      .meta({ id: 'ReplicationTrigger' }),
    filters: z.array(toldFilter),
    replicate_deletion: z.boolean(),
    deletion: z.boolean().describe('The same by its old name.'),
    override: z.boolean(),
    enabled: z.boolean(),
    speed: integer.describe('KB/s of all its copies together; -1: no limit.'),
    copy_by_chunk: z.boolean(),
    single_active_replication: z.boolean(),
    creator: z.string().optional(),
    creation_time: time,
    update_time: time,
    last_execution: replicationExecution.optional().describe('The run that began last.'),
  })
  .meta({ id: 'ReplicationPolicy' })

/** A rule that is left out counts as 0. There is none: both are answered with 404. */
export const replicationStart = z
  .object({ policy_id: z.int().min(0).max(2_147_483_647).default(0) })
  .meta({ id: 'StartReplicationExecution' })

export const replicationTask = z
  .object({
    id: integer,
    execution_id: integer,
    status: z.enum(['Pending', 'InProgress', 'Succeed', 'Failed', 'Stopped']),
    job_id: z.string(),
    operation: z.string().describe('copy or deletion.'),
    resource_type: z.string().optional(),
    src_resource: z.string().optional(),
    dst_resource: z.string().optional(),
    start_time: time,
    end_time: time.describe('0001-01-01T00:00:00.000Z: not yet.'),
    status_text: z.string().describe('Why it failed.'),
  })
  .meta({ id: 'ReplicationTask' })
