import { Database } from '@berth/database'
import { createTestDatabase, type TestDatabase } from '@berth/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testContext } from '../../testing/job-context.js'
import { pruneExecutions } from './prune-executions.js'

let database: TestDatabase
let own: Database
beforeAll(async () => {
  database = await createTestDatabase()
  own = new Database(database.settings)
})
afterAll(async () => {
  await own.close()
  await database[Symbol.asyncDispose]()
})

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
  await execution('error', 'schedule', 2)
  await execution('error', 'schedule', 31)
  await pool.query(
    `insert into job_log (execution_id, text) select id, 'a line' from job_execution where job = 'success event 31'`,
  )
  expect(await pruneExecutions(own).run({}, testContext())).toEqual({ executions: 2 })
  expect((await pool.query('select job from job_execution order by id')).rows.map((row) => row.job)).toEqual([
    'pending event null',
    'running event null',
    'success event 29',
    'error schedule 2',
  ])
  expect((await pool.query('select text from job_log')).rows).toEqual([])
})

test('removes tasks with what they belong to, and not before', async () => {
  const { pool } = database
  await pool.query('delete from job_execution')
  await pool.query(
    `with parent as (
       insert into job_execution (job, trigger, status, ended_at)
       select 'parent', 'manual', 'success', now() - make_interval(days => days) from unnest(array[10, 40]) as days
       returning id)
     insert into job_execution (job, trigger, status, ended_at, parent_id)
     select 'task', 'manual', 'success', now() - interval '50 days', id from parent`,
  )
  expect(await pruneExecutions(own).run({}, testContext())).toMatchObject({ executions: 1 })
  expect((await pool.query('select job from job_execution order by id')).rows.map((row) => row.job)).toEqual([
    'parent',
    'task',
  ])
})

test('keeps the last day of what a schedule starts, and a hundred successes of each job', async () => {
  const { pool } = database
  await pool.query('delete from job_execution')
  await pool.query(
    `insert into job_execution (job, trigger, status, ended_at)
       select 'often', 'schedule', 'success', now() - make_interval(days => days) from unnest(array[3, 0]) as days, generate_series(1, 90)
       union all select 'weekly', 'schedule', 'success', now() - make_interval(days => 7 * week) from generate_series(1, 4) as week`,
  )
  expect(await pruneExecutions(own).run({}, testContext())).toMatchObject({ executions: 80 })
  expect((await pool.query('select job, count(*)::int from job_execution group by job order by job')).rows).toEqual([
    { job: 'often', count: 100 },
    { job: 'weekly', count: 4 },
  ])
})
