import { expect, test } from 'vitest'
import { z } from 'zod'
import { defineJob } from '../job.js'
import { createJobTable } from '../job-table.js'
import type { Listener } from './listener.js'
import { createListenerTable } from './listener-table.js'

const job = defineJob({
  name: 'deliver',
  class: 'delivery',
  schema: z.object({}),
  timeLimitSeconds: 1,
  attempts: 1,
  run: async () => ({}),
})
const jobs = createJobTable(['deliver'], [job])
const listener = (name: string, ...wanted: string[]): Listener => ({
  name,
  events: ['tag.deleted'],
  jobs: wanted,
  find: async () => [],
})

test('has every listener by its name', () => {
  expect([...createListenerTable([listener('a', 'deliver'), listener('b')], jobs).keys()]).toEqual(['a', 'b'])
})

test('refuses listeners of one name, and those that want a job that is not there', () => {
  expect(() => createListenerTable([listener('a'), listener('a')], jobs)).toThrow('same name')
  expect(() => createListenerTable([listener('a', 'delivr')], jobs)).toThrow('a wants the job delivr')
})
