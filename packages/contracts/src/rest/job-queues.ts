import { z } from 'zod'
import { integer, time } from './scalars.js'

export const jobQueue = z
  .object({
    job_type: z.string(),
    count: integer.describe('How many wait.'),
    latency: integer.describe('For how many seconds the one has waited that is first.'),
    paused: z.boolean().describe('What waits is not begun. What runs goes on.'),
    class: z
      .string()
      .nullable()
      .describe('Jobs of a class share workers. Null of SCHEDULER, which starts what schedules say.'),
    running: integer,
    delayed: integer.describe('Of those that wait: tried before, to be tried again later.'),
    failed: integer.describe('Within the last day.'),
  })
  .meta({ id: 'JobQueue' })

export const queueAction = z.object({ action: z.enum(['stop', 'pause', 'resume']) }).meta({ id: 'ActionRequest' })

export const workerPool = z
  .object({
    worker_pool_id: z.string(),
    pid: integer,
    host: z.string(),
    start_at: time,
    heartbeat_at: time,
    concurrency: integer.describe('Workers of all classes.'),
  })
  .meta({ id: 'WorkerPool' })

export const worker = z
  .object({
    id: z.string(),
    pool_id: z.string(),
    class: z.string(),
    job_name: z.string().optional().describe('Absent while it has nothing to do, as job_id is.'),
    job_id: z.string().optional(),
    start_at: time.optional(),
    check_in: z.string().optional().describe('JSON: how far the job is.'),
    checkin_at: time.optional(),
  })
  .meta({ id: 'Worker' })

export const scheduleTask = z
  .object({
    id: integer,
    vendor_type: z.string(),
    vendor_id: integer.describe('Of what the schedule is about; 0: the platform.'),
    vendor_name: z.string().nullable().describe('The project, where it is about one.'),
    cron: z.string().describe('In UTC, six fields: the second comes first.'),
    update_time: time,
    last_run: time.nullable(),
    next_runs: z.array(time).describe('The next five.'),
  })
  .meta({ id: 'ScheduleTask' })

export const schedulerStatus = z.object({ paused: z.boolean() }).meta({ id: 'SchedulerStatus' })

/** An execution of any job, or one of its tasks. */
export const jobRun = z
  .object({
    id: integer,
    job_type: z.string(),
    job: z.string(),
    class: z.string(),
    trigger: z.enum(['manual', 'schedule', 'event']),
    status: z.enum(['pending', 'running', 'success', 'error', 'stopped']),
    parent_id: integer.nullable().describe('Of what it is a task.'),
    about: z.string().nullable().describe('The repository that it is about, or where an import brings from.'),
    subject_kind: z.string(),
    subject_id: integer,
    started_by: z.string().nullable().describe('Who asked for it.'),
    attempts: integer,
    counts: z
      .object({ total: integer.optional(), done: integer, failed: integer })
      .nullable()
      .describe('Of the parts of its work; of its tasks, where it has some.'),
    error: z.string().nullable(),
    creation_time: time,
    start_time: time.nullable(),
    end_time: time.nullable(),
  })
  .meta({ id: 'JobRun' })
