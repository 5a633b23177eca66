import type { JobName, JobSubject, rest } from '@berth/contracts'
import type { z } from 'zod'

/** A job whose runs the api shows, starts, stops and schedules. */
export interface ManagedJob {
  readonly name: JobName
  /** What its runs are about. */
  readonly subject: JobSubject
  /** Path of its history. */
  readonly path: string
}

export type ScheduleObject = z.output<typeof rest.scheduleObject>
export type ExecutionRow = z.output<typeof rest.execution>
export type ExecutionSchedule = z.output<typeof rest.executionSchedule>

/** When and with which payload a job is to run. */
export interface ScheduleRequest {
  readonly schedule: ScheduleObject
  readonly payload: object
}
