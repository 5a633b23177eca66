import { expect, test } from 'vitest'
import { z } from 'zod'
import { defineJob } from './job.js'
import { createJobTable } from './job-table.js'

const job = (name: string) =>
  defineJob({ name, class: 'upkeep', schema: z.object({}), timeLimitSeconds: 1, attempts: 1, run: async () => ({}) })

test('finds each job by its name', () => {
  const reclaim = job('reclaim')
  expect(createJobTable(['reclaim'], [reclaim]).get('reclaim')).toBe(reclaim)
})

test.each([
  { what: 'a job without a handler', jobs: [job('a')], fault: 'b has no handler' },
  { what: 'a job with two handlers', jobs: [job('a'), job('b'), job('b')], fault: 'b has more than one handler' },
  {
    what: 'a time limit that no timer keeps',
    jobs: [job('a'), { ...job('b'), timeLimitSeconds: 2_592_000 }],
    fault: 'b has a time limit',
  },
  { what: 'a handler of no job', jobs: [job('a'), job('b'), job('c')], fault: 'c has a handler and no contract' },
])('refuses $what', ({ jobs, fault }) => {
  expect(() => createJobTable(['a', 'b'], jobs)).toThrow(fault)
})
