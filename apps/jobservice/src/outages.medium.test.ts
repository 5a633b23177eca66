import { setTimeout as sleep } from 'node:timers/promises'
import { startRedis, startTestDatabase, waitUntil } from '@berth/testkit'
import { expect, test } from 'vitest'
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

test('runs every pending execution after Redis has lost everything', async () => {
  const parts = await startParts(stack)
  const hold = Promise.withResolvers<void>()
  const { job, runs } = countingJob({ work: (_signal, run) => (run <= 2 ? hold.promise : Promise.resolve()) })
  await startJobservice(stack, parts, [job])
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
  const parts = await startParts(stack, { redisStarted: false })
  const { job } = countingJob()
  const { url } = await startJobservice(stack, parts, [job])
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
  const { url } = await startJobservice(stack, { database: own, redis }, [job])
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

test('an execution whose worker has died is run again, and not for ever', async () => {
  const parts = await startParts(stack)
  const { job, runs } = countingJob({ attempts: 2 })
  const expire = (id: string, attempts: number) =>
    parts.database.pool.query(
      `update job_execution set status = 'running', attempts = $2, lease_until = now() - interval '1 second' where id = $1`,
      [id, attempts],
    )
  await expire(await insertExecution(parts.database, 'again'), 1)
  await expire(await insertExecution(parts.database, 'never'), 2)
  await startJobservice(stack, parts, [job])
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

test('stops although Redis and PostgreSQL are away', async () => {
  const own = await startTestDatabase()
  stack.use(own)
  const redis = stack.use(await startRedis())
  const service = await startJobservice(stack, { database: own, redis }, [countingJob().job])
  await sleep(200)
  await redis.stop()
  await own.server.stop()
  const began = performance.now()
  await service.stop()
  expect(performance.now() - began).toBeLessThan(30_000)
})

test('takes a jobservice that was killed out of those at work', async () => {
  const parts = await startParts(stack)
  await parts.database.pool.query(`
    insert into worker_pool (id, host, pid, workers, lease_seconds, heartbeat_at)
    values (gen_random_uuid(), 'gone', 1, '{}', 60, now() - interval '2 minutes')`)
  await startJobservice(stack, parts, [countingJob().job])
  const hosts = async () => (await parts.database.pool.query('select host from worker_pool')).rows
  await waitUntil(async () => (await hosts()).some(({ host }) => host !== 'gone'), { what: 'it has said so' })
  expect((await hosts()).map(({ host }) => host)).not.toContain('gone')
})
