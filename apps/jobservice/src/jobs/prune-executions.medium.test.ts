import { createTestDatabase, type TestDatabase } from '@berth/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testContext } from './job-test-context.js'
import { pruneExecutions } from './prune-executions.js'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

test('removes what has ended long ago, and nothing that is open', async () => {
  const { pool } = database
  const execution = (status: string, trigger: string, daysAgo: number | null) =>
    pool.query(
      `insert into job_execution (job, trigger, status, ended_at) values ($1, $2, $3, now() - make_interval(days => $4))`,
      [`${status} ${trigger} ${daysAgo}`, trigger, status, daysAgo],
    )
  await execution('pending', 'event', null)
  await execution('running', 'event', null)
  await execution('success', 'event', 29)
  await execution('success', 'event', 31)
  await execution('success', 'schedule', 2)
  await execution('error', 'schedule', 2)
  await execution('error', 'schedule', 31)
  await pool.query(
    `insert into outbox (type, payload, dispatched_at) values
       ('old', '{}', now() - interval '8 days'), ('new', '{}', now() - interval '6 days'), ('waiting', '{}', null)`,
  )
  expect(await pruneExecutions(pool).run({}, testContext())).toEqual({ executions: 3, events: 1 })
  expect((await pool.query('select job from job_execution order by id')).rows.map((row) => row.job)).toEqual([
    'pending event null',
    'running event null',
    'success event 29',
    'error schedule 2',
  ])
  expect((await pool.query('select type from outbox order by id')).rows).toEqual([{ type: 'new' }, { type: 'waiting' }])
})
