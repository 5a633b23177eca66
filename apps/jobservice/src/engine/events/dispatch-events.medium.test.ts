import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Database } from '@berth/database'
import { createLogger } from '@berth/telemetry'
import { createTestDatabase, waitUntil, type TestDatabase } from '@berth/testkit'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { emitOne } from '../../testing/emit-one.js'
import { defineJob } from '../job.js'
import { createJobTable } from '../job-table.js'
import { dispatchEvents } from './dispatch-events.js'
import type { Listener } from './listener.js'

let database: TestDatabase
let db: Database
beforeAll(async () => {
  database = await createTestDatabase()
  db = new Database(database.settings)
})
afterAll(async () => {
  await db.close()
  await database[Symbol.asyncDispose]()
})
beforeEach(() => database.pool.query('truncate event, outbox, job_execution cascade'))

const job = defineJob({
  name: 'count',
  class: 'delivery',
  schema: z.object({}),
  timeLimitSeconds: 1,
  attempts: 1,
  run: async () => ({}),
})
const jobs = createJobTable(['count'], [job])
const logged: string[] = []
const logger = createLogger({ service: 'jobservice', level: 'error' }, { write: (line) => void logged.push(line) })
const dispatch = (listeners: readonly Listener[], limit = 100) => dispatchEvents(db, jobs, listeners, logger, limit)
const count = async (table: string) => (await database.pool.query(`select from ${table}`)).rowCount

async function payloads(): Promise<unknown[]> {
  const { rows } = await database.pool.query<{ payload: unknown }>('select payload from job_execution order by id')
  return rows.map(({ payload }) => payload)
}

/** Adds an execution for each deleted tag, and keeps what it was asked. */
function tagListener(find?: Listener<'tag.deleted'>['find']) {
  const asked: Parameters<Listener<'tag.deleted'>['find']>[1][] = []
  const listener: Listener<'tag.deleted'> = {
    name: 'tags',
    events: ['tag.deleted'],
    async find(transaction, events) {
      asked.push(events)
      return find
        ? find(transaction, events)
        : events.map(({ payload }) => ({
            job: 'count',
            subject: { kind: 'project', id: payload.project_id },
            payload: { tag: payload.tag },
          }))
    },
  }
  return { asked, listener }
}

test('asks a listener once for a batch, with what happened, when and by whom', async () => {
  const { asked, listener } = tagListener()
  for (const tag of ['a', 'b', 'c']) await emitOne(database.pool, tag)
  expect(await dispatch([listener], 2)).toBe(2)
  expect(await dispatch([listener], 2)).toBe(1)
  expect(asked.map((events) => events.length)).toEqual([2, 1])
  expect(asked[0]?.[0]).toEqual({
    id: expect.any(String) as unknown,
    type: 'tag.deleted',
    at: expect.any(Date) as unknown,
    payload: { project_id: 1, repository_id: 1, repository: 'dev/httpd', digest: 'sha256:0', tag: 'a' },
    actor: { kind: 'user', name: 'alice' },
  })
  expect(await payloads()).toEqual([{ tag: 'a' }, { tag: 'b' }, { tag: 'c' }])
  const { rows } = await database.pool.query('select distinct job, class, subject_kind, subject_id from job_execution')
  expect(rows).toEqual([{ job: 'count', class: 'delivery', subject_kind: 'project', subject_id: '1' }])
  expect(await count('outbox')).toBe(0)
  expect(await count('event')).toBe(3)
})

test('creates nothing where nobody listens, or nobody wants to know', async () => {
  const { asked, listener } = tagListener(async () => [])
  const other: Listener = {
    name: 'projects',
    events: ['project.created'],
    find: () => Promise.reject(new Error('asked')),
  }
  await emitOne(database.pool, 'v1')
  expect(await dispatch([listener, other])).toBe(1)
  expect(asked).toHaveLength(1)
  expect(await count('job_execution')).toBe(0)
  expect(await count('outbox')).toBe(0)
})

test('passes over what it does not understand', async () => {
  const { listener } = tagListener()
  await database.pool.query(
    `with strange as (
       insert into event (type, actor_kind, actor_name, payload)
       values ('unheard.of', 'user', 'alice', '{}'), ('tag.deleted', 'user', 'alice', '{}') returning id, at
     ) insert into outbox select id, at from strange`,
  )
  await emitOne(database.pool, 'v1')
  await database.pool.query(`insert into outbox values (2000000000, now())`)
  expect(await dispatch([listener])).toBe(4)
  expect(await payloads()).toEqual([{ tag: 'v1' }])
  expect(logged.filter((line) => line.includes('event not understood'))).toHaveLength(2)
})

test('gives a listener that failed the same events again, in their order', async () => {
  let failures = 1
  const { listener } = tagListener(async (_transaction, events) => {
    if (failures-- > 0) throw new Error('no luck')
    return events.map(({ payload }) => ({ job: 'count', payload: { tag: payload.tag } }))
  })
  for (const tag of ['a', 'b']) await emitOne(database.pool, tag)
  await expect(dispatch([listener])).rejects.toThrow('no luck')
  expect(await dispatch([listener])).toBe(2)
  expect(await payloads()).toEqual([{ tag: 'a' }, { tag: 'b' }])
})

test('loses no event of transactions that run at once and end in any order', async () => {
  const { listener } = tagListener()
  const written = new AbortController()
  const writers = Array.from({ length: 3 }, async (_, writer) => {
    for (let round = 0; round < 40; round += 1) {
      const client = await database.pool.connect()
      await client.query('begin')
      await emitOne(client, `${writer}-${round}`)
      // Those that began later end first.
      await client.query(`select pg_sleep(${(2 - writer) * 0.003})`)
      await client.query(round % 10 === 9 ? 'rollback' : 'commit')
      client.release()
    }
  })
  const dispatching = (async () => {
    while (!written.signal.aborted) await dispatch([listener], 7)
  })()
  await Promise.all(writers)
  written.abort()
  await dispatching
  while ((await dispatch([listener])) > 0);
  const tags = (await payloads()).map((payload) => (payload as { tag: string }).tag)
  expect(tags).toHaveLength(3 * 36)
  expect(new Set(tags).size).toBe(tags.length)
  for (const writer of [0, 1, 2]) {
    const rounds = tags.filter((tag) => tag.startsWith(`${writer}-`)).map((tag) => Number(tag.split('-')[1]))
    expect(rounds).toEqual(rounds.toSorted((a, b) => a - b))
  }
})

test('one service dispatches at a time', async () => {
  const { promise: hold, resolve: release } = Promise.withResolvers<void>()
  const { asked, listener } = tagListener(async () => (await hold, []))
  await emitOne(database.pool, 'a')
  const first = dispatch([listener])
  await waitUntil(() => asked.length === 1, { what: 'the listener is asked' })
  await emitOne(database.pool, 'b')
  expect(await dispatch([listener])).toBe(0)
  release()
  expect(await first).toBe(1)
  expect(await dispatch([listener])).toBe(1)
  expect(asked.map(([event]) => event?.payload.tag)).toEqual(['a', 'b'])
})

test('survives kill -9 between what a listener finds and the commit', async () => {
  for (const tag of ['a', 'b']) await emitOne(database.pool, tag)
  const script = `
    import { Database } from '@berth/database'
    import { dispatchEvents } from ${JSON.stringify(new URL('../../../dist/engine/events/dispatch-events.js', import.meta.url).href)}
    const database = new Database(${JSON.stringify(database.settings)})
    const insert = "insert into job_execution (job, trigger, payload) values ('count', 'event', '{}')"
    const find = async (transaction) => {
      await transaction.rows({ text: insert, values: [] })
      console.log('found')
      await new Promise(() => setInterval(() => {}, 1000))
    }
    await dispatchEvents(database, new Map(), [{ name: 'tags', events: ['tag.deleted'], find }], console, 100)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')

  const { listener } = tagListener()
  await waitUntil(async () => (await dispatch([listener])) === 2, { what: 'PostgreSQL has let go of what was killed' })
  expect(await payloads()).toEqual([{ tag: 'a' }, { tag: 'b' }])
  expect(await dispatch([listener])).toBe(0)
})
