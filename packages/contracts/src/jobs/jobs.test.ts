import { expect, test } from 'vitest'
import { jobContracts, MAX_GC_WORKERS, platform } from './jobs.js'

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

test('what is about no project is about the platform', () => {
  expect(platform).toEqual({ kind: 'system', id: 0 })
})
