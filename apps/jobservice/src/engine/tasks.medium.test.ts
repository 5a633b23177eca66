import { spawn as startProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { Database } from '@berth/database'
import { waitUntil } from '@berth/testkit'
import { expect, test } from 'vitest'
import { z } from 'zod'
import {
  countingJob,
  executions,
  insertExecution,
  type Parts,
  startJobservice,
  startParts,
  untilStatus,
} from '../testing/jobservice-under-test.js'
import { stackOfEachTest } from '../testing/stack-of-each-test.js'
import { defineJob, type JobContext } from './job.js'

const stack = stackOfEachTest()

/** A job that adds a task for each name, then does what `then` says. */
const parentJob = (names: readonly string[], then?: (context: JobContext) => Promise<unknown>) =>
  defineJob({
    name: 'parent',
    class: 'upkeep',
    schema: z.looseObject({}),
    timeLimitSeconds: 60,
    attempts: 3,
    async run(_payload, context) {
      for (const name of names) await context.spawn('count', { name })
      await then?.(context)
      return { added: names.length }
    },
  })

const insertParent = ({ database }: Parts) => insertExecution(database, 'parent', { job: 'parent' })
const parentOf = async ({ database }: Parts) => (await executions(database)).find(({ job }) => job === 'parent')
const untilParentIs = (parts: Parts, status: string) =>
  waitUntil(
    async () => {
      const parent = await parentOf(parts)
      return parent?.status === status && parent
    },
    { what: `the parent is ${status}` },
  )
const statusOfTasks = async ({ database }: Parts) =>
  (await executions(database)).flatMap(({ job, status }) => (job === 'count' ? [status] : []))

test('an execution ends when its tasks have, is about what they are about, and counts them', async () => {
  const parts = await startParts(stack)
  const hold = Promise.withResolvers<void>()
  const { job, runs } = countingJob({
    class: 'transfer',
    work: (_signal, run) => (run > 1 ? hold.promise : Promise.resolve()),
  })
  await insertParent(parts)
  const actor = { kind: 'user', id: 7, name: 'olga' }
  await parts.database.pool.query(
    `update job_execution set subject_kind = 'project', subject_id = 3, started_by = $1`,
    [actor],
  )
  await startJobservice(stack, parts, [parentJob(['a', 'b', 'c']), job])
  const counts = await waitUntil(
    async () => {
      const parent = await parentOf(parts)
      return (parent?.counts as { done?: number } | null)?.done === 1 && parent
    },
    { what: 'one task is done' },
  )
  expect(counts).toMatchObject({ status: 'running', counts: { total: 3, done: 1, failed: 0, stopped: 0 } })
  hold.resolve()
  expect(await untilParentIs(parts, 'success')).toMatchObject({
    attempts: 1,
    result: { added: 3 },
    counts: { total: 3, done: 3, failed: 0, stopped: 0 },
  })
  expect(runs.toSorted()).toEqual(['a', 'b', 'c'])
  const { rows } = await parts.database.pool.query(
    `select distinct class, subject_kind, subject_id, trigger, started_by from job_execution where parent_id is not null`,
  )
  expect(rows).toEqual([
    { class: 'transfer', subject_kind: 'project', subject_id: '3', trigger: 'manual', started_by: actor },
  ])
})

test('the end of the last task sums up the numbers that tasks came to', async () => {
  const parts = await startParts(stack)
  const sizes: Readonly<Record<string, object>> = { a: { size: 2, kept: 1 }, b: { size: 40, name: 'b' }, c: {} }
  const job = defineJob({
    name: 'count',
    class: 'upkeep',
    schema: z.object({ name: z.string() }),
    timeLimitSeconds: 60,
    attempts: 1,
    run: async ({ name }) => ({ ...sizes[name] }),
  })
  await insertParent(parts)
  await startJobservice(stack, parts, [parentJob(Object.keys(sizes)), job])
  await untilParentIs(parts, 'success')
  const { rows } = await parts.database.pool.query(
    `select job, task_sums from job_execution where task_sums is not null`,
  )
  expect(rows).toEqual([{ job: 'parent', task_sums: { size: 42, kept: 1 } }])
})

test('an execution counts its tasks while its handler still adds some', async () => {
  const parts = await startParts(stack)
  const hold = Promise.withResolvers<void>()
  const { job } = countingJob({
    class: 'transfer',
    work: (_signal, run) => (run > 1 ? hold.promise : Promise.resolve()),
  })
  await insertParent(parts)
  await startJobservice(stack, parts, [parentJob(['a', 'b'], () => hold.promise), job])
  const parent = await waitUntil(
    async () => {
      const found = await parentOf(parts)
      return (found?.counts as { done?: number } | null)?.done === 1 && found
    },
    { what: 'one task is done' },
  )
  const counts = { total: 2, done: 1, failed: 0, stopped: 0 }
  expect(parent).toMatchObject({ status: 'running', result: null, counts })
  hold.resolve()
  expect(await untilParentIs(parts, 'success')).toMatchObject({ counts: { total: 2, done: 2 } })
})

test('waiting for tasks takes no worker, also where tasks wait for the same workers', async () => {
  const parts = await startParts(stack)
  const { job, runs } = countingJob()
  for (let index = 0; index < 3; index += 1) await insertParent(parts)
  await startJobservice(stack, parts, [parentJob(['a', 'b']), job], {
    workers: { delivery: 1, transfer: 1, scan: 1, upkeep: 1 },
  })
  await untilStatus(parts.database, 'success', 9)
  expect(runs).toHaveLength(6)
})

test('fails where a task fails, and lets the others finish', async () => {
  const parts = await startParts(stack)
  const { job } = countingJob({
    attempts: 1,
    work: (_signal, run) => (run === 2 ? Promise.reject(new Error('no luck')) : Promise.resolve()),
  })
  await insertParent(parts)
  await startJobservice(stack, parts, [parentJob(['a', 'b', 'c']), job])
  expect(await untilParentIs(parts, 'error')).toMatchObject({
    error: '1 of 3 tasks failed.',
    counts: { total: 3, done: 2, failed: 1, stopped: 0 },
  })
})

test('whoever stops an execution stops its tasks', async () => {
  const parts = await startParts(stack)
  const { job, runs } = countingJob({ work: (signal) => sleep(60_000, undefined, { signal }) })
  const id = await insertParent(parts)
  await startJobservice(stack, parts, [parentJob(['a', 'b', 'c', 'd']), job])
  await waitUntil(() => runs.length === 2, { what: 'two tasks run, two wait' })
  await parts.database.pool.query(`update job_execution set status = 'stopped' where id = $1`, [id])
  await untilStatus(parts.database, 'stopped', 5)
  await waitUntil(async () => Boolean((await executions(parts.database))[1]?.progress), { what: 'a task was told' })
  expect(runs).toHaveLength(2)
})

test('stops its tasks when it fails itself', async () => {
  const parts = await startParts(stack)
  const { job } = countingJob({ work: (signal) => sleep(60_000, undefined, { signal }) })
  const failing = { ...parentJob(['a', 'b'], () => Promise.reject(new Error('no luck'))), attempts: 1 }
  await insertParent(parts)
  await startJobservice(stack, parts, [failing, job])
  expect(await untilParentIs(parts, 'error')).toMatchObject({ error: 'no luck' })
  await waitUntil(async () => (await statusOfTasks(parts)).every((status) => status === 'stopped'), {
    what: 'its tasks are stopped',
  })
})

test('an attempt that adds the tasks of the one before finds them', async () => {
  const parts = await startParts(stack)
  const { job, runs } = countingJob()
  let attempts = 0
  const unlucky = parentJob(['a', 'b'], async () => {
    attempts += 1
    if (attempts === 1) throw new Error('no luck')
  })
  await insertParent(parts)
  await startJobservice(stack, parts, [unlucky, job])
  await waitUntil(async () => (await parentOf(parts))?.error, { what: 'the first attempt fails' })
  await parts.database.pool.query(`update job_execution set lease_until = now() where job = 'parent'`)
  expect(await untilParentIs(parts, 'success')).toMatchObject({ attempts: 2 })
  expect(runs.toSorted()).toEqual(['a', 'b'])
})

test('refuses a task that is no job, or whose payload its job does not take', async () => {
  const parts = await startParts(stack)
  const { job } = countingJob()
  const faults: unknown[] = []
  const wrong = parentJob([], async ({ spawn }) => {
    await spawn('nothing', {}).catch((error: unknown) => faults.push(error))
    await spawn('count', { name: 1 }).catch((error: unknown) => faults.push(error))
  })
  await insertParent(parts)
  await startJobservice(stack, parts, [wrong, job])
  await untilStatus(parts.database, 'success')
  expect(faults.map(String)).toEqual([expect.stringContaining('no job nothing'), expect.stringContaining('name')])
})

test('counts what its handler counts, where it has no tasks', async () => {
  const parts = await startParts(stack)
  await insertParent(parts)
  await startJobservice(stack, parts, [
    parentJob([], async ({ counts }) => counts({ total: 9, done: 8, failed: 1 })),
    countingJob().job,
  ])
  expect(await untilStatus(parts.database, 'success')).toMatchObject([{ counts: { total: 9, done: 8, failed: 1 } }])
})

test('writes down changes in the name of the job, with the transaction that makes them', async () => {
  const parts = await startParts(stack)
  const database = new Database(parts.database.settings)
  stack.defer(() => database.close())
  const job = parentJob([], async ({ emit }) => {
    const project = { project_id: 1, project: 'dev' }
    await database.transaction((transaction) => emit(transaction, 'project.deleted', project))
    const undone = database.transaction(async (transaction) => {
      await emit(transaction, 'project.deleted', project)
      throw new Error('no luck')
    })
    await undone.catch(() => {})
  })
  await insertParent(parts)
  await startJobservice(stack, parts, [job])
  await untilStatus(parts.database, 'success')
  const { rows } = await parts.database.pool.query('select type, project_id, actor_kind, actor_name from event')
  expect(rows).toEqual([{ type: 'project.deleted', project_id: 1, actor_kind: 'system', actor_name: 'parent' }])
})

test('what a killed process has run is taken over by another, with its tasks', async () => {
  const parts = await startParts(stack)
  await insertParent(parts)
  const { database, redis } = parts
  const built = (path: string) => JSON.stringify(new URL(`../../dist/${path}`, import.meta.url).href)
  const script = `
    import { countingJob, startJobservice } from ${built('testing/jobservice-under-test.js')}
    const never = () => new Promise(() => setInterval(() => {}, 1000))
    const parts = ${JSON.stringify({ database: { settings: database.settings }, redis: { settings: redis.settings } })}
    const parent = countingJob({ name: 'parent' }).job
    const run = async (_payload, { spawn }) => {
      for (const name of ['a', 'b']) await spawn('count', { name })
      await never()
    }
    const workers = { delivery: 1, transfer: 1, scan: 1, upkeep: 3 }
    await startJobservice(new AsyncDisposableStack(), parts, [{ ...parent, run }, countingJob({ work: never }).job], { workers })`
  const child = startProcess(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  stack.defer(() => void child.kill('SIGKILL'))
  await waitUntil(
    async () => (await executions(parts.database)).filter(({ status }) => status === 'running').length === 3,
    {
      what: 'the parent and two tasks run',
    },
  )
  child.kill('SIGKILL')
  await once(child, 'exit')
  const { job, runs } = countingJob()
  await startJobservice(stack, parts, [parentJob(['a', 'b']), job])
  const rows = await untilStatus(parts.database, 'success', 3)
  expect(rows.map(({ attempts }) => attempts)).toEqual([2, 2, 2])
  expect(runs.toSorted()).toEqual(['a', 'b'])
})
