import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { createTestDatabase, waitUntil } from '@berth/testkit'
import { Database } from '@berth/database'
import { expect, test } from 'vitest'
import {
  countingJob,
  executions,
  insertExecution,
  startJobservice,
  startParts,
  untilStatus,
} from '../testing/jobservice-under-test.js'
import { stackOfEachTest } from '../testing/stack-of-each-test.js'
import { ExecutionStore } from './execution-store.js'
import { createJobTable } from './job-table.js'

const stack = stackOfEachTest()

const transfer = { job: 'copy', class: 'transfer' }

test('a class never waits for another, however much of the other waits', async () => {
  const parts = await startParts(stack)
  const hold = Promise.withResolvers<void>()
  const { job: slow, runs: slowRuns } = countingJob({ name: 'copy', class: 'transfer', work: () => hold.promise })
  const { job: quick } = countingJob({ class: 'delivery' })
  // More than one window.
  await parts.database.pool.query(
    `insert into job_execution (job, class, trigger, payload)
     select 'copy', 'transfer', 'manual', jsonb_build_object('name', place::text) from generate_series(1, 500) as place`,
  )
  await startJobservice(stack, parts, [slow, quick])
  await waitUntil(() => slowRuns.length === 2, { what: 'every worker of the slow class is busy' })
  await insertExecution(parts.database, 'webhook', { class: 'delivery' })
  await waitUntil(async () => (await executions(parts.database)).at(-1)?.status === 'success', {
    what: 'what came last is delivered',
  })
  expect(slowRuns).toHaveLength(2)
  hold.resolve()
})

test('each class has as many workers as it is given', async () => {
  const parts = await startParts(stack)
  const hold = Promise.withResolvers<void>()
  const { job: copy, runs: copies } = countingJob({ name: 'copy', class: 'transfer', work: () => hold.promise })
  const { job: clean, runs: cleanings } = countingJob({ work: () => hold.promise })
  await startJobservice(stack, parts, [copy, clean], { workers: { delivery: 1, transfer: 3, scan: 1, upkeep: 1 } })
  for (let index = 0; index < 6; index += 1) {
    await insertExecution(parts.database, `${index}`)
    await insertExecution(parts.database, `${index}`, transfer)
  }
  await waitUntil(() => copies.length === 3 && cleanings.length === 1, { what: 'every worker is busy' })
  await sleep(300)
  expect([copies.length, cleanings.length]).toEqual([3, 1])
  hold.resolve()
})

test('queues of all classes are made again after Redis has lost everything', async () => {
  const parts = await startParts(stack)
  const hold = Promise.withResolvers<void>()
  const copy = countingJob({ name: 'copy', class: 'transfer', work: () => hold.promise })
  const count = countingJob({ work: () => hold.promise })
  await startJobservice(stack, parts, [copy.job, count.job])
  for (let index = 0; index < 10; index += 1) {
    await insertExecution(parts.database, `${index}`)
    await insertExecution(parts.database, `${index}`, transfer)
  }
  await waitUntil(() => copy.runs.length === 2 && count.runs.length === 2, { what: 'every worker is busy' })
  await sleep(200)
  await parts.redis.flush()
  hold.resolve()
  await untilStatus(parts.database, 'success', 20)
  for (const { runs } of [copy, count]) expect([runs.length, new Set(runs).size]).toEqual([10, 10])
})

test('executions with the same key run one at a time, in whatever service, and others beside them', async () => {
  const parts = await startParts(stack)
  const running = new Map<string, number>()
  let [mostOfOne, most] = [0, 0]
  const { job } = countingJob({ exclusiveBy: ({ name }) => name })
  const busy = {
    ...job,
    run: async (payload: unknown) => {
      const { name } = payload as { readonly name: string }
      running.set(name, (running.get(name) ?? 0) + 1)
      mostOfOne = Math.max(mostOfOne, running.get(name) ?? 0)
      most = Math.max(
        most,
        [...running.values()].reduce((sum, count) => sum + count),
      )
      await sleep(100)
      running.set(name, (running.get(name) ?? 0) - 1)
      return {}
    },
  }
  for (const name of ['a', 'a', 'a', 'b', 'b', 'b']) await insertExecution(parts.database, name)
  await Promise.all([startJobservice(stack, parts, [busy]), startJobservice(stack, parts, [busy])])
  await untilStatus(parts.database, 'success', 6)
  expect([mostOfOne, most]).toEqual([1, 2])
})

test('two processes that claim what excludes each other at the same moment do not both get it', async () => {
  const database = stack.use(await createTestDatabase())
  const { job } = countingJob({ exclusiveBy: () => 'all' })
  const stores = [1, 2].map(() => {
    const own = new Database(database.settings)
    stack.defer(() => own.close())
    return new ExecutionStore(own, 60, createJobTable(['count'], [job]), randomUUID())
  })
  for (let round = 0; round < 25; round += 1) {
    const ids = await Promise.all(stores.map(() => insertExecution(database, `${round}`)))
    const claims = await Promise.all(stores.map((store, index) => store.claim(ids[index] ?? '')))
    expect(claims.filter((claim) => claim !== undefined)).toHaveLength(1)
    await database.pool.query(`update job_execution set status = 'success'`)
  }
})

test('leaves jobs and classes of a newer version alone, and says so once', async () => {
  const parts = await startParts(stack)
  const lines: string[] = []
  for (const name of ['a', 'b']) await insertExecution(parts.database, name, { job: 'newer', class: 'upkeep' })
  await insertExecution(parts.database, 'c', { job: 'count', class: 'newer' })
  await insertExecution(parts.database, 'd', { job: 'newer' })
  await parts.database.pool.query(
    `update job_execution set status = 'running', lease_until = now() - interval '1 day' where payload ->> 'name' = 'd'`,
  )
  await startJobservice(stack, parts, [countingJob().job], { lines })
  await insertExecution(parts.database, 'known')
  await waitUntil(async () => (await executions(parts.database)).at(-1)?.status === 'success', {
    what: 'the known runs',
  })
  await sleep(200)
  expect((await executions(parts.database)).map(({ status }) => status)).toEqual([
    'pending',
    'pending',
    'pending',
    'running',
    'success',
  ])
  const said = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(
    said.filter(({ msg }) => String(msg).includes('does not know')).map(({ job, class: of }) => [job, of]),
  ).toEqual(
    expect.arrayContaining([
      ['newer', 'upkeep'],
      ['count', 'newer'],
    ]),
  )
  expect(said).toHaveLength(2)
})

test('counts for Prometheus what waits and runs in each class, and what has ended', async () => {
  const parts = await startParts(stack)
  const hold = Promise.withResolvers<void>()
  const { job: copy, runs } = countingJob({ name: 'copy', class: 'transfer', work: () => hold.promise })
  const { url } = await startJobservice(stack, parts, [copy, countingJob().job])
  for (const name of ['a', 'b', 'c']) await insertExecution(parts.database, name, transfer)
  await insertExecution(parts.database, 'd')
  await waitUntil(() => runs.length === 2, { what: 'two run' })
  await waitUntil(async () => (await executions(parts.database)).at(-1)?.status === 'success', {
    what: 'one has ended',
  })
  const text = await (await fetch(`${url}/metrics`)).text()
  hold.resolve()
  const open = [...text.matchAll(/^berth_job_executions\{.*class="(\w+)".*status="(\w+)".*\} (\d+)$/gm)]
  expect(open.map(([, name, status, count]) => `${name} ${status} ${count}`).sort()).toEqual([
    'transfer pending 1',
    'transfer running 2',
    'upkeep pending 0',
    'upkeep running 0',
  ])
  expect(text).toMatch(/berth_job_duration_seconds_count\{.*job="count".*outcome="success".*\} 1/)
})
