import { Database } from '@berth/database'
import { createLogger } from '@berth/telemetry'
import { createTestDatabase, type TestDatabase } from '@berth/testkit'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { countingJob } from '../testing/jobservice-under-test.js'
import { createJobTable } from './job-table.js'
import { fireSchedules } from './schedules.js'

const jobs = createJobTable(['count'], [countingJob().job])
const logger = createLogger({ service: 'jobservice', level: 'error' }, { write: () => {} })

let database: TestDatabase
let db: Database
beforeAll(async () => {
  database = await createTestDatabase()
  // Whoever waits for a row that another service holds fails instead.
  await database.pool.query(`alter database "${database.settings.database}" set lock_timeout = '1s'`)
  db = new Database({ ...database.settings, poolSize: 2 })
})
afterAll(async () => {
  await db.close()
  await database[Symbol.asyncDispose]()
})
beforeEach(() => database.pool.query('truncate schedule, job_execution cascade'))

const fire = async () => (await fireSchedules(db, jobs, logger, 100)).created
const makeDue = (kind = 'system', id = 0) =>
  database.pool.query(
    `insert into schedule (job, subject_kind, subject_id, cron, payload, next_run_at)
     values ('count', $1, $2, '0 0 1 1 *', '{}', now())
     on conflict (job, subject_kind, subject_id) do update set next_run_at = now()`,
    [kind, id],
  )
const executions = async () => (await database.pool.query('select from job_execution')).rowCount

/** Does `work` while another service has the schedules that `where` finds in hand, which then ends by `end`. */
async function whileHeld(where: string, work: () => Promise<void>, end = 'rollback'): Promise<void> {
  const other = await database.pool.connect()
  try {
    await other.query('begin')
    await other.query(`select from schedule where ${where} for update`)
    await work()
    await other.query(end)
  } finally {
    other.release(true)
  }
}

describe('a schedule that is due', () => {
  it('starts nothing while schedules are paused, and what was missed once afterwards', async () => {
    await makeDue()
    await database.pool.query(`insert into job_pause (job) values ('SCHEDULER')`)
    expect(await fire()).toBe(0)
    await database.pool.query('delete from job_pause')
    expect(await fire()).toBe(1)
    expect(await fire()).toBe(0)
  })

  it('is left to the service that is just firing it, also where its run has ended by then', async () => {
    await makeDue()
    const goOn = `update schedule set next_run_at = now() + interval '1 day'; commit`
    await whileHeld('true', async () => expect(await fire()).toBe(0), goOn)
    expect(await fire()).toBe(0)
    expect(await executions()).toBe(0)
  })

  it('does not keep others waiting', async () => {
    await makeDue('project', 1)
    await makeDue('project', 2)
    await whileHeld('subject_id = 1', async () => expect(await fire()).toBe(1))
    expect(await fire()).toBe(1)
  })

  it('is left where it is by a transaction that ends in an error', async () => {
    await makeDue()
    await database.pool.query(
      `alter table job_execution add constraint refused check (trigger <> 'schedule') not valid`,
    )
    await expect(fire()).rejects.toThrow('refused')
    await database.pool.query('alter table job_execution drop constraint refused')
    expect(await fire()).toBe(1)
  })

  it.each([
    ['pending', 0],
    ['running', 0],
    ['success', 1],
    ['error', 1],
    ['stopped', 1],
  ])('where its last run is %s starts %i', async (status, started) => {
    await makeDue()
    expect(await fire()).toBe(1)
    await database.pool.query('update job_execution set status = $1', [status])
    await makeDue()
    expect(await fire()).toBe(started)
    expect(await executions()).toBe(1 + started)
    expect((await database.pool.query('select from schedule where next_run_at > now()')).rowCount).toBe(1)
  })

  it('does not wait for a run that somebody asked for, nor for that of another subject', async () => {
    await database.pool.query(
      `insert into job_execution (job, class, trigger, subject_kind, subject_id)
       values ('count', 'upkeep', 'manual', 'system', 0), ('count', 'upkeep', 'schedule', 'project', 0)`,
    )
    await makeDue()
    expect(await fire()).toBe(1)
  })
})

it('schedules are taken some at a time, the longest due first', async () => {
  await database.pool.query(`
    insert into schedule (job, subject_kind, subject_id, cron, payload, next_run_at)
    select 'count', 'project', n, '0 0 1 1 *', '{}', now() - n * interval '1 minute' from generate_series(1, 5) n`)
  const subjects = async () => {
    const { taken } = await fireSchedules(db, jobs, logger, 2)
    const { rows } = await database.pool.query<{ id: string }>(
      'select subject_id as id from job_execution order by job_execution.id',
    )
    return [taken, ...rows.map(({ id }) => Number(id))]
  }
  expect(await subjects()).toEqual([2, 5, 4])
  expect(await subjects()).toEqual([2, 5, 4, 3, 2])
  expect(await subjects()).toEqual([1, 5, 4, 3, 2, 1])
})
