import type { JobName, JobSubject, rest } from '@berth/contracts'
import { z } from 'zod'

/** A job whose runs the api shows, starts, stops and schedules. */
export interface ManagedJob {
  readonly name: JobName
  /** What its runs are about. */
  readonly subject: JobSubject
  /** Harbor's name of it. */
  readonly label: string
  /** Path of its history. */
  readonly path: string
}

export const executionId = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER)

export type ScheduleObject = z.output<typeof rest.scheduleObject>
export type ExecutionRow = z.output<typeof rest.execution>
export type ExecutionSchedule = z.output<typeof rest.executionSchedule>

/** When and with which payload a job is to run. */
export interface ScheduleRequest {
  readonly schedule: ScheduleObject
  readonly payload: object
}
