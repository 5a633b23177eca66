import { z } from 'zod'
import { AUDIT_HOURS } from '../jobs/jobs.js'
import { integer, time } from './scalars.js'

/** How an operator says when a job runs. */
export const scheduleObject = z
  .object({
    type: z
      .enum(['Hourly', 'Daily', 'Weekly', 'Custom', 'Schedule', 'Manual', 'None'])
      .describe('Manual: now. None: never. Schedule: as Custom.'),
    cron: z
      .string()
      .max(255)
      .nullish()
      .describe('In UTC: five fields, or six with the second before them. Custom needs it.'),
    next_scheduled_time: time.nullish(),
  })
  .meta({ id: 'ScheduleObj' })

const what = {
  job_name: z.string(),
  job_parameters: z.string().describe('JSON: what the run was told, and what came of it.'),
  deleted: z.boolean(),
}

/** One run of a job. Each job gives it the name that Harbor's clients know. */
export const execution = z.object({
  id: integer,
  ...what,
  job_kind: z.enum(['MANUAL', 'SCHEDULE', 'EVENT']).describe('What started it.'),
  job_status: z.enum(['Pending', 'Running', 'Success', 'Error', 'Stopped']),
  schedule: z.object({ type: z.string() }),
  creation_time: time,
  update_time: time,
})

/** When a job runs by itself; `type` None where it does not. */
export const executionSchedule = z
  .object({
    id: integer.optional(),
    ...what,
    job_kind: z.string().describe('The cron expression.'),
    schedule: scheduleObject,
    creation_time: time.optional(),
    update_time: time.optional(),
  })
  .meta({ id: 'ExecutionSchedule' })

export const gcHistory = execution.meta({ id: 'GCHistory' })

export const gcSchedule = z
  .object({
    schedule: scheduleObject,
    parameters: z
      .record(z.string(), z.unknown())
      .optional()
      .describe('delete_untagged, purge_deleted, dry_run, delete_tag, workers (1 to 10).'),
  })
  .meta({ id: 'Schedule' })

export const execHistory = execution.meta({ id: 'ExecHistory' })

export const purgeSchedule = z
  .object({
    schedule: scheduleObject,
    parameters: z
      .object({
        audit_retention_hour: z.int().min(AUDIT_HOURS.min).max(AUDIT_HOURS.max),
        include_event_types: z
          .string()
          .max(4096)
          .describe(
            'Kinds of entries that go, with commas between them. None: nothing goes. `other_events`: those that Harbor lacks.',
          ),
        include_operations: z.string().max(4096).describe('The same by operation, as Harbor had it before 2.13.'),
        dry_run: z.boolean(),
      })
      .partial()
      .optional(),
  })
  .meta({ id: 'PurgeSchedule' })
