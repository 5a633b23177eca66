import { z } from 'zod'

export const MAX_GC_WORKERS = 10

/** In the words of Harbor's API, in which operators give them. */
const garbageCollection = z.object({
  delete_untagged: z
    .boolean()
    .default(false)
    .describe('Also delete artifacts without a tag that belong to no index and to no other artifact.'),
  delete_tag: z.boolean().default(false).describe('Of no effect: a deleted tag leaves nothing behind.'),
  dry_run: z.boolean().default(false).describe('Change nothing, list what would go.'),
  workers: z.int().min(1).max(MAX_GC_WORKERS).default(1).describe('How many blobs are deleted at the same time.'),
})

/** Payload of each job. The names are what `job_execution.job` and `schedule.job` hold. */
export const jobSchemas = {
  'purge-uploads': z.object({}),
  reclaim: z.object({}),
  'garbage-collection': garbageCollection,
  scrub: z.object({}),
  'fold-quota': z.object({}),
  'prune-executions': z.object({}),
} as const

export type JobName = keyof typeof jobSchemas
export type JobPayload<Name extends JobName> = z.output<(typeof jobSchemas)[Name]>
