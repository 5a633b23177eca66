import { setTimeout as sleep } from 'node:timers/promises'
import { startRedis, startTestDatabase, waitUntil, type TestDatabase } from '@berth/testkit'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import type { Listener } from './engine/events/listener.js'
import { defineJob, type Job } from './engine/job.js'
import type { JobserviceOptions } from './jobservice.js'
import { emitOne } from './testing/emit-one.js'
import {
  countingJob,
  executions,
  insertExecution,
  type Parts,
  startJobservice as start,
  startParts as begin,
  untilStatus,
} from './testing/jobservice-under-test.js'

let stack: AsyncDisposableStack
beforeEach(() => {
  stack = new AsyncDisposableStack()
})
afterEach(() => stack.disposeAsync())

const startParts = (redisStarted = true) => begin(stack, { redisStarted })
const startJobservice = (parts: Parts, job: Job, changes: Partial<JobserviceOptions> = {}) =>
  start(stack, parts, [job], changes)

test('runs what is pending and keeps its result and progress', async () => {
  const parts = await startParts()
  const { job, runs } = countingJob()
  await startJobservice(parts, job)
  await insertExecution(parts.database, 'a')
  expect(await untilStatus(parts.database, 'success')).toMatchObject([
    { attempts: 1, error: null, result: { done: 'a' }, progress: { runs: 1 } },
  ])
  expect(runs).toEqual(['a'])
})

test('runs what a listener finds in an event', async () => {
  const parts = await startParts()
  const { job, runs } = countingJob()
  const find: Listener<'tag.deleted'>['find'] = async (_transaction, events) =>
    events.map(({ payload }) => ({ job: 'count', payload: { name: payload.tag } }))
  await startJobservice(parts, job, { listeners: [{ name: 'tags', events: ['tag.deleted'], jobs: ['count'], find }] })
  await emitOne(parts.database.pool, 'v7')
  expect(await untilStatus(parts.database, 'success')).toMatchObject([{ trigger: 'event' }])
  expect(runs).toEqual(['v7'])
})

test('runs every pending execution after Redis has lost everything', async () => {
  const parts = await startParts()
  const hold = Promise.withResolvers<void>()
  const { job, runs } = countingJob({ work: (_signal, run) => (run <= 2 ? hold.promise : Promise.resolve()) })
  await startJobservice(parts, job)
  for (let index = 0; index < 20; index += 1) await insertExecution(parts.database, `${index}`)
  await waitUntil(() => runs.length === 2, { what: 'both workers are busy' })
  await sleep(200)
  await parts.redis.flush()
  hold.resolve()
  await untilStatus(parts.database, 'success', 20)
  expect(new Set(runs).size).toBe(20)
  expect(runs).toHaveLength(20)
})

test('stays up while Redis is away, says so, and goes on when it is back', async () => {
  const parts = await startParts(false)
  const { job } = countingJob()
  const { url } = await startJobservice(parts, job)
  await insertExecution(parts.database, 'before')
  const answer = await fetch(`${url}/healthz`)
  expect(answer.status).toBe(503)
  expect(await answer.json()).toMatchObject({ components: [{ name: 'redis' }] })

  await parts.redis.start()
  await untilStatus(parts.database, 'success')
  await waitUntil(async () => (await fetch(`${url}/healthz`)).ok, { what: 'the service is healthy' })

  await parts.redis.stop()
  await insertExecution(parts.database, 'between')
  await sleep(300)
  expect((await fetch(`${url}/healthz`)).status).toBe(503)
  await parts.redis.start()
  await untilStatus(parts.database, 'success', 2)
})

test('stays up while PostgreSQL restarts, says so, and goes on when it is back', async () => {
  const own = await startTestDatabase()
  stack.use(own)
  const redis = stack.use(await startRedis())
  const { job } = countingJob()
  const { url } = await startJobservice({ database: own, redis }, job)
  await waitUntil(async () => (await fetch(`${url}/healthz`)).ok, { what: 'the service is healthy' })
  await own.server.stop()
  const answer = await fetch(`${url}/healthz`)
  expect(answer.status).toBe(503)
  expect(await answer.json()).toMatchObject({ components: [{ name: 'database' }] })
  await sleep(300)
  await own.server.start()
  await insertExecution(own, 'after')
  await untilStatus(own, 'success')
})

test('repeats a failed attempt later, and ends in error when none is left', async () => {
  const parts = await startParts()
  const { job, runs } = countingJob({ attempts: 2, work: () => Promise.reject(new Error('no luck')) })
  await startJobservice(parts, job)
  await insertExecution(parts.database, 'a')
  await waitUntil(async () => (await executions(parts.database))[0]?.error, { what: 'the first attempt fails' })
  expect(await executions(parts.database)).toMatchObject([{ status: 'pending', attempts: 1, error: 'no luck' }])
  await parts.database.pool.query(`update job_execution set lease_until = now()`)
  expect(await untilStatus(parts.database, 'error')).toMatchObject([{ attempts: 2, error: 'no luck' }])
  expect(runs).toHaveLength(2)
})

test('a malformed payload ends in error at once', async () => {
  const parts = await startParts()
  const { job, runs } = countingJob()
  await startJobservice(parts, job)
  await parts.database.pool.query(`insert into job_execution (job, trigger) values ('count', 'manual')`)
  expect(await untilStatus(parts.database, 'error')).toMatchObject([
    { attempts: 1, error: expect.stringContaining('name') as unknown },
  ])
  expect(runs).toEqual([])
})

test('a job over its time limit is told to stop and fails', async () => {
  const parts = await startParts()
  const { job } = countingJob({
    attempts: 1,
    timeLimitSeconds: 0.2,
    work: (signal) => sleep(60_000, undefined, { signal }),
  })
  await startJobservice(parts, job)
  await insertExecution(parts.database, 'a')
  expect(await untilStatus(parts.database, 'error')).toMatchObject([{ error: 'Not finished within 0.2 s.' }])
})

test('a job that does not heed its signal is left behind', async () => {
  const parts = await startParts()
  const { job } = countingJob({ attempts: 1, timeLimitSeconds: 0.1, work: () => new Promise(() => {}) })
  await startJobservice(parts, job, { workers: { delivery: 1, transfer: 1, scan: 1, upkeep: 1 } })
  await insertExecution(parts.database, 'a')
  expect(await untilStatus(parts.database, 'error')).toMatchObject([{ error: 'Not finished within 0.1 s.' }])
})

const logOf = async (database: TestDatabase) =>
  (await database.pool.query<{ text: string }>('select text from job_log order by id')).rows
    .map(({ text }) => text)
    .join('')

test('keeps what a job reports while it runs, and why it failed', async () => {
  const parts = await startParts()
  const hold = Promise.withResolvers<void>()
  const job = defineJob({
    name: 'count',
    class: 'upkeep',
    schema: z.looseObject({}),
    timeLimitSeconds: 60,
    attempts: 1,
    async run(_payload, { report }) {
      report('first step')
      await hold.promise
      report('second step')
      throw new Error('no luck')
    },
  })
  await startJobservice(parts, job)
  await insertExecution(parts.database, 'a')
  await waitUntil(async () => (await logOf(parts.database)).includes('first step'), { what: 'the first line is there' })
  hold.resolve()
  await untilStatus(parts.database, 'error')
  expect(await logOf(parts.database)).toMatch(/^\S+Z first step\n\S+Z second step\n\S+Z no luck\n$/)
})

test('an execution that someone stops is told so, and stays stopped', async () => {
  const parts = await startParts()
  const ended = Promise.withResolvers<void>()
  const { job, runs } = countingJob({
    work: (signal) => sleep(60_000, undefined, { signal }).catch(() => ended.resolve()),
  })
  await startJobservice(parts, job)
  await insertExecution(parts.database, 'a')
  await waitUntil(() => runs.length === 1, { what: 'the job runs' })
  await parts.database.pool.query(`update job_execution set status = 'stopped'`)
  await ended.promise
  await waitUntil(async () => (await executions(parts.database))[0]?.progress, { what: 'its progress is kept' })
  expect(await executions(parts.database)).toMatchObject([{ status: 'stopped', progress: { runs: 1 } }])
  expect(await logOf(parts.database)).toMatch(/stopped/)
})

test('a long job keeps its lease', async () => {
  const parts = await startParts()
  const { job, runs } = countingJob({ work: () => sleep(3000) })
  await startJobservice(parts, job)
  await insertExecution(parts.database, 'a')
  await untilStatus(parts.database, 'success')
  expect(runs).toHaveLength(1)
})

test('an execution whose worker has died is run again, and not for ever', async () => {
  const parts = await startParts()
  const { job, runs } = countingJob({ attempts: 2 })
  const expire = (id: string, attempts: number) =>
    parts.database.pool.query(
      `update job_execution set status = 'running', attempts = $2, lease_until = now() - interval '1 second' where id = $1`,
      [id, attempts],
    )
  await expire(await insertExecution(parts.database, 'again'), 1)
  await expire(await insertExecution(parts.database, 'never'), 2)
  await startJobservice(parts, job)
  const rows = await waitUntil(
    async () => {
      const found = await executions(parts.database)
      return found.every((row) => row.status === 'success' || row.status === 'error') && found
    },
    { what: 'all have ended' },
  )
  expect(rows).toMatchObject([
    { status: 'success', attempts: 2 },
    { status: 'error', attempts: 2, error: 'The worker fell silent during attempt 2.' },
  ])
  expect(runs).toEqual(['again'])
})

test('hands back on stop what does not finish in time, without counting the start', async () => {
  const parts = await startParts()
  const { job, runs } = countingJob({ work: (signal) => sleep(60_000, undefined, { signal }) })
  const service = await startJobservice(parts, job)
  await insertExecution(parts.database, 'a')
  await waitUntil(() => runs.length === 1, { what: 'the job runs' })
  await service.stop()
  expect(await executions(parts.database)).toMatchObject([{ status: 'pending', attempts: 0, error: null }])
})

test('an execution that is started again is told how far the attempt before came', async () => {
  const parts = await startParts()
  const resumed: unknown[] = []
  const job = defineJob({
    name: 'count',
    class: 'upkeep',
    schema: z.looseObject({}),
    timeLimitSeconds: 60,
    attempts: 2,
    run: async (_payload, context) => {
      resumed.push(context.resumed)
      context.progress({ at: resumed.length })
      if (resumed.length === 1) throw new Error('in the middle')
      if (resumed.length === 2) await sleep(60_000, undefined, { signal: context.signal })
      return {}
    },
  })
  const first = await startJobservice(parts, job)
  await insertExecution(parts.database, 'a')
  await waitUntil(async () => (await executions(parts.database))[0]?.error, { what: 'the first attempt fails' })
  await parts.database.pool.query(`update job_execution set lease_until = now()`)
  await waitUntil(() => resumed.length === 2, { what: 'the second attempt' })
  await first.stop()
  await startJobservice(parts, job)
  await untilStatus(parts.database, 'success')
  expect(resumed).toEqual([undefined, { at: 1 }, { at: 2 }])
})

test('stops although Redis and PostgreSQL are away', async () => {
  const own = await startTestDatabase()
  stack.use(own)
  const redis = stack.use(await startRedis())
  const service = await startJobservice({ database: own, redis }, countingJob().job)
  await sleep(200)
  await redis.stop()
  await own.server.stop()
  await service.stop()
})

test('a schedule that is due runs once, also when it is long overdue, and never beside itself', async () => {
  const parts = await startParts()
  const hold = Promise.withResolvers<void>()
  const { job } = countingJob({ schedule: '0 0 1 1 *', work: () => hold.promise })
  const silent = { ...job, run: async () => (await hold.promise, {}) }
  await startJobservice(parts, silent)
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
  const parts = await startParts()
  const hold = Promise.withResolvers<void>()
  const { job, runs } = countingJob({ work: () => hold.promise })
  await startJobservice(parts, job)
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
  const parts = await startParts()
  await parts.database.pool.query(`insert into schedule (job, cron) values ('count', 'each day')`)
  await startJobservice(parts, countingJob({ schedule: '* * * * *' }).job)
  await waitUntil(
    async () => (await parts.database.pool.query(`select 1 from schedule where not enabled`)).rowCount === 1,
    { what: 'it is switched off' },
  )
})

test('begins nothing of a job that is paused, and goes on with what runs and with other jobs', async () => {
  const parts = await startParts()
  const hold = Promise.withResolvers<void>()
  const { job, runs } = countingJob({ work: () => hold.promise })
  const other = countingJob({ name: 'other' })
  await start(stack, parts, [job, other.job])
  await insertExecution(parts.database, 'runs')
  await waitUntil(() => runs.length === 1, { what: 'the first one runs' })
  await parts.database.pool.query(`insert into job_pause (job) values ('count')`)
  const waiting = await insertExecution(parts.database, 'waits')
  await insertExecution(parts.database, 'goes on', { job: 'other' })
  await waitUntil(() => other.runs.length === 1, { what: 'the other job runs' })
  hold.resolve()
  await waitUntil(
    async () => (await executions(parts.database)).filter(({ status }) => status === 'success').length === 2,
    {
      what: 'both have ended',
    },
  )
  await sleep(200)
  expect(runs).toEqual(['runs'])
  expect(await executions(parts.database)).toContainEqual(expect.objectContaining({ id: waiting, status: 'pending' }))
  await parts.database.pool.query('delete from job_pause')
  await untilStatus(parts.database, 'success', 3)
  expect(runs).toEqual(['runs', 'waits'])
})

test('a message that was on its way when its job was paused begins nothing', async () => {
  const parts = await startParts()
  const hold = Promise.withResolvers<void>()
  const { job, runs } = countingJob({ work: (_signal, run) => (run <= 2 ? hold.promise : Promise.resolve()) })
  await startJobservice(parts, job)
  for (const name of ['a', 'b', 'c']) await insertExecution(parts.database, name)
  await waitUntil(() => runs.length === 2, { what: 'both workers are busy' })
  await sleep(200)
  await parts.database.pool.query(`insert into job_pause (job) values ('count')`)
  hold.resolve()
  await waitUntil(
    async () => (await executions(parts.database)).filter(({ status }) => status === 'success').length === 2,
    {
      what: 'two have ended',
    },
  )
  await sleep(200)
  expect(runs).toHaveLength(2)
})

test('says that its workers are there while they are, and which of them runs what', async () => {
  const parts = await startParts()
  const { job, runs } = countingJob()
  const { stop } = await startJobservice(parts, job)
  await insertExecution(parts.database, 'a')
  await untilStatus(parts.database, 'success')
  expect(runs).toEqual(['a'])
  const pools = async () => (await parts.database.pool.query('select * from worker_pool')).rows
  const [pool] = await pools()
  expect(pool).toMatchObject({ pid: process.pid, workers: { upkeep: 2 }, lease_seconds: 2 })
  const { rows } = await parts.database.pool.query('select worker_pool from job_execution')
  expect(rows).toEqual([{ worker_pool: pool.id }])
  await stop()
  expect(await pools()).toEqual([])
})

test('takes a jobservice that was killed out of those at work', async () => {
  const parts = await startParts()
  await parts.database.pool.query(`
    insert into worker_pool (id, host, pid, workers, lease_seconds, heartbeat_at)
    values (gen_random_uuid(), 'gone', 1, '{}', 60, now() - interval '2 minutes')`)
  await startJobservice(parts, countingJob().job)
  const hosts = async () => (await parts.database.pool.query('select host from worker_pool')).rows
  await waitUntil(async () => (await hosts()).some(({ host }) => host !== 'gone'), { what: 'it has said so' })
  expect((await hosts()).map(({ host }) => host)).not.toContain('gone')
})
