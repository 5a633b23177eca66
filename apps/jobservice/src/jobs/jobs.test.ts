import { nextRun } from '@berth/contracts'
import type { Database } from '@berth/database'
import { PostgresMetadata } from '@berth/metadata'
import type { Endpoints } from '@berth/registry-endpoints'
import { MemoryBlobStore } from '@berth/storage'
import { webhookSecrets, WebhookSender } from '@berth/webhooks'
import { expect, it } from 'vitest'
import { createJobs } from './jobs.js'

const jobs = createJobs({
  database: {} as Database,
  metadata: new PostgresMetadata({} as Database),
  store: new MemoryBlobStore(),
  endpoints: {} as Endpoints,
  uploadExpiryHours: 1,
  reclaimDelaySeconds: 1,
  scrubBytesPerSecond: 1,
  webhooks: { sender: new WebhookSender([]), secrets: webhookSecrets('ab'.repeat(32)) },
})

/** Which workers a job has, when it runs, and with what key it excludes others: whoever changes it, by intent or not, meets it here. */
it('every job is as this table says', () => {
  const table = [...jobs.values()].map(
    (job) => `${job.name}: ${job.class}, ${job.schedule ?? 'by demand'}, ${job.exclusiveKey({}) ?? 'side by side'}`,
  )
  expect(table.toSorted()).toEqual([
    'add-event-months: upkeep, 41 4 * * *, side by side',
    'check-registries: delivery, */5 * * * *, side by side',
    'count-pushes: upkeep, */15 * * * *, all',
    'count-usage: upkeep, 41 * * * *, all',
    'fold-quota: upkeep, * * * * *, side by side',
    'garbage-collection: upkeep, by demand, all',
    'prove-quota: upkeep, 23 3 * * *, all',
    'prune-events: upkeep, 37 * * * *, all',
    'prune-executions: upkeep, 23 3 * * *, side by side',
    'purge-audit-log: upkeep, by demand, side by side',
    'purge-uploads: upkeep, 7 * * * *, side by side',
    'reclaim: upkeep, * * * * *, side by side',
    'replication-task: transfer, by demand, side by side',
    'replication: transfer, by demand, side by side',
    'retention-repository: upkeep, by demand, side by side',
    'retention: upkeep, by demand, side by side',
    'scrub: upkeep, 41 4 * * 0, all',
    'webhook: delivery, by demand, side by side',
  ])
})

it('a dry run of garbage collection waits for a real one, and so does one of a purge', () => {
  expect(jobs.get('garbage-collection')?.exclusiveKey({ dry_run: true, workers: 3 })).toBe('all')
  const purge = { audit_retention_hour: 1, include_event_types: 'create_tag', dry_run: true }
  expect(jobs.get('purge-audit-log')?.exclusiveKey(purge)).toBe('all')
})

it.each(['retention', 'webhook'])('of %s one runs at a time for each policy, and others beside it', (name) => {
  const keys = [7, 7, 8].map((policy_id) => jobs.get(name)?.exclusiveKey({ policy_id, dry_run: false }))
  expect(keys).toEqual(['7', '7', '8'])
})

it('every schedule is one', () => {
  for (const { schedule } of jobs.values())
    if (schedule !== undefined) expect(() => nextRun(schedule, new Date())).not.toThrow()
})
