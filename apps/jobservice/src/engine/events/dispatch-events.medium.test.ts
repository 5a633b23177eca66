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
import { askAgain } from './ask-again.js'
import { dispatchEvents } from './dispatch-events.js'
import type { Listener } from './listener.js'
import { createListenerTable } from './listener-table.js'

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
beforeEach(() => database.pool.query('truncate event, outbox, missed_event, job_execution cascade'))

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
const failed: string[] = []
const dispatchOf = (listeners: readonly Listener[]) => ({
  database: db,
  jobs,
  listeners: createListenerTable(listeners, jobs),
  logger,
  onFailure: (name: string) => void failed.push(name),
})
const dispatch = (listeners: readonly Listener[], limit = 100) => dispatchEvents(dispatchOf(listeners), limit)
/** As if the time had come. */
async function again(...listeners: readonly Listener[]): Promise<void> {
  await database.pool.query(`update missed_event set due_at = now() - interval '1 s'`)
  await askAgain(dispatchOf(listeners), 100)
}
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
    jobs: ['count'],
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
    jobs: [],
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

test('lets a listener that fails hold up neither the events nor the others, and asks it again', async () => {
  let failures = 2
  const { listener } = tagListener(async (transaction, events) => {
    await transaction.rows({
      text: `insert into job_execution (job, trigger, payload) values ('count', 'event', '"half"')`,
      values: [],
    })
    if (failures-- > 0) await transaction.rows({ text: 'select 1 / 0', values: [] })
    return events.map(({ payload }) => ({ job: 'count', payload: { tag: payload.tag } }))
  })
  const { listener: healthy } = tagListener(async (_transaction, events) =>
    events.map(({ payload }) => ({ job: 'count', payload: { healthy: payload.tag } })),
  )
  const both = [listener, { ...healthy, name: 'healthy' }]
  for (const tag of ['a', 'b']) await emitOne(database.pool, tag)
  failed.length = 0
  expect(await dispatch(both)).toBe(2)
  expect(await payloads()).toEqual([{ healthy: 'a' }, { healthy: 'b' }])
  expect(await count('outbox')).toBe(0)
  await askAgain(dispatchOf(both), 100)
  expect(await count('missed_event')).toBe(2)

  // One fails again, the other one goes on.
  await again(...both)
  expect(await payloads()).toEqual([{ healthy: 'a' }, { healthy: 'b' }, 'half', { tag: 'b' }])
  expect((await database.pool.query('select attempts from missed_event')).rows).toEqual([{ attempts: 2 }])
  await again(...both)
  expect(await payloads()).toEqual([{ healthy: 'a' }, { healthy: 'b' }, 'half', { tag: 'b' }, 'half', { tag: 'a' }])
  expect(await count('missed_event')).toBe(0)
  expect(failed).toEqual(['tags', 'tags'])
  expect(logged.filter((line) => line.includes('listener failed'))).toHaveLength(2)
})

test('keeps what a listener failed on that another version has, and forgets what is purged', async () => {
  const { listener } = tagListener(() => Promise.reject(new Error('no luck')))
  await emitOne(database.pool, 'a')
  await dispatch([listener])
  await again()
  expect(await count('missed_event')).toBe(1)
  await database.pool.query('truncate event')
  await again(listener)
  expect(await count('missed_event')).toBe(0)
})

test('starts no job that a listener does not name', async () => {
  const { listener } = tagListener(async () => [{ job: 'other', payload: {} }])
  await emitOne(database.pool, 'a')
  await dispatch([listener])
  expect(await count('job_execution')).toBe(0)
  expect(await count('missed_event')).toBe(1)
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

test('one service asks a listener again at a time, for what it has failed on', async () => {
  const failing = tagListener(() => Promise.reject(new Error('not now')))
  await emitOne(database.pool, 'a')
  await dispatch([failing.listener])
  const { promise: hold, resolve: release } = Promise.withResolvers<void>()
  const { asked, listener } = tagListener(async () => (await hold, []))
  const first = again(listener)
  await waitUntil(() => asked.length === 1, { what: 'the listener is asked' })
  await askAgain(dispatchOf([listener]), 100)
  release()
  await first
  expect(asked).toHaveLength(1)
  expect(await count('missed_event')).toBe(0)
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
    const listeners = new Map([['tags', { name: 'tags', events: ['tag.deleted'], jobs: [], find }]])
    await dispatchEvents({ database, jobs: new Map(), listeners, logger: console, onFailure() {} }, 100)`
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
