import { z } from 'zod'

/** Payload of each job. The names are what `job_execution.job` and `schedule.job` hold. */
export const jobSchemas = {
  'purge-uploads': z.object({}),
  reclaim: z.object({}),
  scrub: z.object({}),
  'fold-quota': z.object({}),
  'prune-executions': z.object({}),
} as const

export type JobName = keyof typeof jobSchemas
export type JobPayload<Name extends JobName> = z.output<(typeof jobSchemas)[Name]>
