import { createTestDatabase, secretKey, startRedis, startService, temporaryFolder, waitUntil } from '@berth/testkit'
import { expect, test } from 'vitest'
import { stackOfEachTest } from './testing/stack-of-each-test.js'

const stack = stackOfEachTest()

const main = new URL('../dist/main.js', import.meta.url)

async function environment() {
  const database = stack.use(await createTestDatabase())
  const redis = stack.use(await startRedis())
  const folder = stack.use(await temporaryFolder('store'))
  return {
    database,
    env: {
      ...database.environment,
      ...redis.environment,
      BERTH_SECRET_KEY: secretKey,
      BERTH_STORAGE_ROOT: folder.path,
      BERTH_STORAGE_SPOOL: `${folder.path}/spool`,
    },
  }
}

test('runs the jobs of the platform as a process, and ends on SIGTERM', async () => {
  const { database, env } = await environment()
  const service = stack.use(await startService({ main, env }))
  await database.pool.query(
    `insert into job_execution (job, trigger) select job, 'manual'
     from unnest(array['reclaim', 'garbage-collection', 'purge-uploads', 'fold-quota', 'prove-quota',
       'count-pushes', 'count-usage', 'prune-executions', 'add-event-months', 'scrub']) as job`,
  )
  await waitUntil(
    async () => (await database.pool.query(`select 1 from job_execution where status = 'success'`)).rowCount === 10,
    { what: 'each job succeeds' },
  )
  expect((await database.pool.query('select job from schedule order by job')).rows.map((row) => row.job)).toEqual([
    'add-event-months',
    'check-registries',
    'count-pushes',
    'count-usage',
    'fold-quota',
    'prove-quota',
    'prune-events',
    'prune-executions',
    'purge-uploads',
    'reclaim',
    'scrub',
  ])
  await service.stop()
  expect(service.output()).toContain('"msg":"stopped"')
})

test('waits for the schema while the database is empty', async () => {
  const { database, env } = await environment()
  await database.pool.query('drop schema public cascade; create schema public')
  const service = stack.use(await startService({ main, env, until: 'listening' }))
  const answer = await fetch(`${service.url}/healthz`)
  expect(answer.status).toBe(503)
  expect(await answer.json()).toMatchObject({
    components: [{ name: 'database', error: expect.stringContaining('schema') }],
  })
})

test('names every setting that is missing', async () => {
  await expect(startService({ main, env: {} })).rejects.toThrow(/BERTH_DATABASE_HOST/)
})

test('ends with an error when its port is taken', async () => {
  const { env } = await environment()
  const first = stack.use(await startService({ main, env }))
  await expect(
    startService({ main, env: { ...env, BERTH_LISTEN_PORT: String(first.port) }, until: 'listening' }),
  ).rejects.toThrow(/EADDRINUSE/)
})
