import { setTimeout as sleep } from 'node:timers/promises'
import { waitUntil, type TestDatabase } from '@berth/testkit'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Listener } from './engine/events/listener.js'
import { defineJob } from './engine/job.js'
import { emitOne } from './testing/emit-one.js'
import {
  countingJob,
  executions,
  insertExecution,
  startJobservice,
  startParts,
  untilStatus,
} from './testing/jobservice-under-test.js'
import { stackOfEachTest } from './testing/stack-of-each-test.js'

const stack = stackOfEachTest()

test('runs what is pending and keeps its result and progress', async () => {
  const parts = await startParts(stack)
  const { job, runs } = countingJob()
  await startJobservice(stack, parts, [job])
  await insertExecution(parts.database, 'a')
  expect(await untilStatus(parts.database, 'success')).toMatchObject([
    { attempts: 1, error: null, result: { done: 'a' }, progress: { runs: 1 } },
  ])
  expect(runs).toEqual(['a'])
})

test('runs what a listener finds in an event', async () => {
  const parts = await startParts(stack)
  const { job, runs } = countingJob()
  const find: Listener<'tag.deleted'>['find'] = async (_transaction, events) =>
    events.map(({ payload }) => ({ job: 'count', payload: { name: payload.tag } }))
  await startJobservice(stack, parts, [job], {
    listeners: [{ name: 'tags', events: ['tag.deleted'], jobs: ['count'], find }],
  })
  await emitOne(parts.database.pool, 'v7')
  expect(await untilStatus(parts.database, 'success')).toMatchObject([{ trigger: 'event' }])
  expect(runs).toEqual(['v7'])
})

test('repeats a failed attempt later, and ends in error when none is left', async () => {
  const parts = await startParts(stack)
  const { job, runs } = countingJob({ attempts: 2, work: () => Promise.reject(new Error('no luck')) })
  await startJobservice(stack, parts, [job])
  await insertExecution(parts.database, 'a')
  await waitUntil(async () => (await executions(parts.database))[0]?.error, { what: 'the first attempt fails' })
  expect(await executions(parts.database)).toMatchObject([{ status: 'pending', attempts: 1, error: 'no luck' }])
  await parts.database.pool.query(`update job_execution set lease_until = now()`)
  expect(await untilStatus(parts.database, 'error')).toMatchObject([{ attempts: 2, error: 'no luck' }])
  expect(runs).toHaveLength(2)
})

test('a malformed payload ends in error at once', async () => {
  const parts = await startParts(stack)
  const { job, runs } = countingJob()
  await startJobservice(stack, parts, [job])
  await parts.database.pool.query(`insert into job_execution (job, trigger) values ('count', 'manual')`)
  expect(await untilStatus(parts.database, 'error')).toMatchObject([
    { attempts: 1, error: expect.stringContaining('name') as unknown },
  ])
  expect(runs).toEqual([])
})

test('a job over its time limit is told to stop and fails', async () => {
  const parts = await startParts(stack)
  const { job } = countingJob({
    attempts: 1,
    timeLimitSeconds: 0.2,
    work: (signal) => sleep(60_000, undefined, { signal }),
  })
  await startJobservice(stack, parts, [job])
  await insertExecution(parts.database, 'a')
  expect(await untilStatus(parts.database, 'error')).toMatchObject([{ error: 'Not finished within 0.2 s.' }])
})

test('a job that does not heed its signal is left behind', async () => {
  const parts = await startParts(stack)
  const { job } = countingJob({ attempts: 1, timeLimitSeconds: 0.1, work: () => new Promise(() => {}) })
  await startJobservice(stack, parts, [job], { workers: { delivery: 1, transfer: 1, scan: 1, upkeep: 1 } })
  await insertExecution(parts.database, 'a')
  expect(await untilStatus(parts.database, 'error')).toMatchObject([{ error: 'Not finished within 0.1 s.' }])
})

const logOf = async (database: TestDatabase) =>
  (await database.pool.query<{ text: string }>('select text from job_log order by id')).rows
    .map(({ text }) => text)
    .join('')

test('keeps what a job reports while it runs, and why it failed', async () => {
  const parts = await startParts(stack)
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
  await startJobservice(stack, parts, [job])
  await insertExecution(parts.database, 'a')
  await waitUntil(async () => (await logOf(parts.database)).includes('first step'), { what: 'the first line is there' })
  hold.resolve()
  await untilStatus(parts.database, 'error')
  expect(await logOf(parts.database)).toMatch(/^\S+Z first step\n\S+Z second step\n\S+Z no luck\n$/)
})

test('an execution that someone stops is told so, and stays stopped', async () => {
  const parts = await startParts(stack)
  const ended = Promise.withResolvers<void>()
  const { job, runs } = countingJob({
    work: (signal) => sleep(60_000, undefined, { signal }).catch(() => ended.resolve()),
  })
  await startJobservice(stack, parts, [job])
  await insertExecution(parts.database, 'a')
  await waitUntil(() => runs.length === 1, { what: 'the job runs' })
  await parts.database.pool.query(`update job_execution set status = 'stopped'`)
  await ended.promise
  await waitUntil(async () => (await executions(parts.database))[0]?.progress, { what: 'its progress is kept' })
  expect(await executions(parts.database)).toMatchObject([{ status: 'stopped', progress: { runs: 1 } }])
  expect(await logOf(parts.database)).toMatch(/stopped/)
})

test('a long job keeps its lease', async () => {
  const parts = await startParts(stack)
  const { job, runs } = countingJob({ work: () => sleep(3000) })
  await startJobservice(stack, parts, [job])
  await insertExecution(parts.database, 'a')
  await untilStatus(parts.database, 'success')
  expect(runs).toHaveLength(1)
})

test('hands back on stop what does not finish in time, without counting the start', async () => {
  const parts = await startParts(stack)
  const { job, runs } = countingJob({ work: (signal) => sleep(60_000, undefined, { signal }) })
  const service = await startJobservice(stack, parts, [job])
  await insertExecution(parts.database, 'a')
  await waitUntil(() => runs.length === 1, { what: 'the job runs' })
  await service.stop()
  expect(await executions(parts.database)).toMatchObject([{ status: 'pending', attempts: 0, error: null }])
})

test('an execution that is started again is told how far the attempt before came', async () => {
  const parts = await startParts(stack)
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
  const first = await startJobservice(stack, parts, [job])
  await insertExecution(parts.database, 'a')
  await waitUntil(async () => (await executions(parts.database))[0]?.error, { what: 'the first attempt fails' })
  await parts.database.pool.query(`update job_execution set lease_until = now()`)
  await waitUntil(() => resumed.length === 2, { what: 'the second attempt' })
  await first.stop()
  await startJobservice(stack, parts, [job])
  await untilStatus(parts.database, 'success')
  expect(resumed).toEqual([undefined, { at: 1 }, { at: 2 }])
})

test('begins nothing of a job that is paused, and goes on with what runs and with other jobs', async () => {
  const parts = await startParts(stack)
  const hold = Promise.withResolvers<void>()
  const { job, runs } = countingJob({ work: () => hold.promise })
  const other = countingJob({ name: 'other' })
  await startJobservice(stack, parts, [job, other.job])
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
  const parts = await startParts(stack)
  const hold = Promise.withResolvers<void>()
  const { job, runs } = countingJob({ work: (_signal, run) => (run <= 2 ? hold.promise : Promise.resolve()) })
  await startJobservice(stack, parts, [job])
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
  const parts = await startParts(stack)
  const { job, runs } = countingJob()
  const { stop } = await startJobservice(stack, parts, [job])
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
