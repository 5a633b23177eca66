import { waitUntil } from '@berth/testkit'
import { expect, test } from 'vitest'
import { countingJob, executions, startJobservice, startParts, untilStatus } from './testing/jobservice-under-test.js'
import { stackOfEachTest } from './testing/stack-of-each-test.js'

const stack = stackOfEachTest()

test('a schedule that is due runs once, also when it is long overdue, and never beside itself', async () => {
  const parts = await startParts(stack)
  const hold = Promise.withResolvers<void>()
  const { job } = countingJob({ schedule: '0 0 1 1 *', work: () => hold.promise })
  const silent = { ...job, run: async () => (await hold.promise, {}) }
  await startJobservice(stack, parts, [silent])
  const schedule = async () =>
    (await parts.database.pool.query<{ next_run_at: Date | null }>('select * from schedule')).rows[0]
  await waitUntil(async () => (await schedule())?.next_run_at, { what: 'the schedule is seeded' })
  expect(await executions(parts.database)).toEqual([])

  const overdue = () => parts.database.pool.query(`update schedule set next_run_at = now() - interval '9 days'`)
  await parts.database.pool.query(`update schedule set payload = '{"name": "told"}'`)
  await overdue()
  await untilStatus(parts.database, 'running')
  await overdue()
  await waitUntil(async () => Number((await schedule())?.next_run_at) > Date.now(), { what: 'the schedule moves on' })
  expect(await executions(parts.database)).toHaveLength(1)
  expect((await parts.database.pool.query('select payload from job_execution')).rows).toEqual([
    { payload: { name: 'told' } },
  ])
  hold.resolve()
  await untilStatus(parts.database, 'success')
})

test('a job has a schedule for each subject, and none waits for another', async () => {
  const parts = await startParts(stack)
  const hold = Promise.withResolvers<void>()
  const { job, runs } = countingJob({ work: () => hold.promise })
  await startJobservice(stack, parts, [job])
  const { pool } = parts.database
  const overdue = (kind: string, id: number) =>
    pool.query(
      `insert into schedule (job, subject_kind, subject_id, cron, payload, next_run_at)
       values ('count', $1, $2, '0 0 1 1 *', $3, now())
       on conflict (job, subject_kind, subject_id) do update set next_run_at = now()`,
      [kind, id, { name: `${kind} ${id}` }],
    )
  for (const _ of [1, 2]) {
    for (const id of [1, 2]) await overdue('project', id)
    await waitUntil(async () => (await pool.query('select from schedule where next_run_at > now()')).rowCount === 2, {
      what: 'both schedules move on',
    })
  }
  await waitUntil(() => runs.length === 2, { what: 'both run' })
  hold.resolve()
  await untilStatus(parts.database, 'success', 2)
  const { rows } = await pool.query('select subject_kind, subject_id, payload from job_execution order by subject_id')
  expect(rows).toEqual([
    { subject_kind: 'project', subject_id: '1', payload: { name: 'project 1' } },
    { subject_kind: 'project', subject_id: '2', payload: { name: 'project 2' } },
  ])
})

test('a schedule that is not a cron expression is switched off', async () => {
  const parts = await startParts(stack)
  await parts.database.pool.query(`insert into schedule (job, cron) values ('count', 'each day')`)
  await startJobservice(stack, parts, [countingJob({ schedule: '* * * * *' }).job])
  await waitUntil(
    async () => (await parts.database.pool.query(`select 1 from schedule where not enabled`)).rowCount === 1,
    { what: 'it is switched off' },
  )
})
