import { Database, emit } from '@berth/database'
import { createLogger } from '@berth/telemetry'
import {
  createTestDatabase,
  startDatagramReceiver,
  startSyslogReceiver,
  type TestDatabase,
  waitUntil,
} from '@berth/testkit'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { dispatchEvents } from '../engine/events/dispatch-events.js'
import { createListenerTable } from '../engine/events/listener-table.js'
import { forwardAuditLog } from './forward-audit-log.js'
import { forwardListener } from './forward-listener.js'
import { ForwardQueue } from './forward-queue.js'

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
beforeEach(() => database.pool.query('truncate event, outbox, missed_event, audit_forward; delete from setting'))

const logged: string[] = []
const logger = createLogger({ service: 'jobservice', level: 'warn' }, { write: (line) => void logged.push(line) })
const set = (key: string, value: unknown) =>
  database.pool.query(
    `insert into setting (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value`,
    [key, JSON.stringify(value)],
  )
const to = (endpoint: string) => set('audit_log_forward_endpoint', endpoint)

async function happen(count: number, from = 0): Promise<void> {
  const actor = { kind: 'user', id: 7, name: 'ann', address: '10.0.0.1', requestId: 'r1' } as const
  for (let n = from; n < from + count; n += 1)
    await emit(db, 'project.created', { project_id: 1, project: `p${n}`, public: n % 2 === 0 }, actor)
}

async function dispatch(): Promise<void> {
  const jobs = new Map()
  const listeners = createListenerTable([forwardListener], jobs)
  while ((await dispatchEvents({ database: db, jobs, listeners, logger, onFailure: () => {} }, 100)) > 0);
  expect(await count('missed_event')).toBe(0)
}

const forward = (most?: number) => forwardAuditLog({ queue: new ForwardQueue(db, most), logger, timeout: 300 })
async function forwardAll(): Promise<void> {
  while (await forward());
}
const count = async (table: string, where = 'true') =>
  (await database.pool.query(`select from ${table} where ${where}`)).rowCount
const told = (messages: readonly string[]) =>
  messages.map((message) => JSON.parse(message.slice(message.indexOf('{'))) as Record<string, unknown>)

test('sends each entry once it is dispatched, and keeps it', async () => {
  await using receiver = await startSyslogReceiver()
  await to(`127.0.0.1:${receiver.port}`)
  await happen(450)
  expect(await forward()).toBe(false)
  await dispatch()
  await forwardAll()
  const entries = told(receiver.messages)
  expect(entries.map(({ resource }) => resource)).toEqual(Array.from({ length: 450 }, (_, n) => `p${n}`))
  expect(entries[0]).toEqual({
    id: expect.any(Number),
    op_time: expect.any(String),
    username: 'ann',
    operation: 'create',
    resource_type: 'project',
    resource: 'p0',
    operation_result: true,
    operation_description: 'create project: p0',
    source_address: '10.0.0.1',
    request_id: 'r1',
    details: { project_id: 1, project: 'p0', public: true },
  })
  expect([await count('audit_forward'), await count('event', `entry = 'kept'`)]).toEqual([0, 450])
})

test('sends nothing where there is no receiver, and nothing of kinds that are left out', async () => {
  await happen(1)
  await dispatch()
  expect(await count('audit_forward')).toBe(0)
  await using receiver = await startDatagramReceiver()
  await to(`udp://127.0.0.1:${receiver.port}`)
  await set('disabled_audit_log_event_types', 'create_project')
  await happen(1)
  await set('disabled_audit_log_event_types', '')
  await happen(1, 2)
  await dispatch()
  await forwardAll()
  await waitUntil(() => receiver.messages.length > 0, { what: 'it is there' })
  expect(told(receiver.messages).map(({ resource }) => resource)).toEqual(['p2'])
})

test('loses nothing while the receiver is away, and sends it in order when it is back', async () => {
  let port = 0
  {
    await using receiver = await startSyslogReceiver()
    ;({ port } = receiver)
  }
  await to(`127.0.0.1:${port}`)
  await happen(3)
  await dispatch()
  await expect(forward()).rejects.toMatchObject({ reason: 'unreachable' })
  await happen(2, 3)
  await dispatch()
  await expect(forward()).rejects.toMatchObject({ name: 'OutboundError' })
  await using receiver = await startSyslogReceiver(undefined, port)
  await forwardAll()
  expect(told(receiver.messages).map(({ resource }) => resource)).toEqual(['p0', 'p1', 'p2', 'p3', 'p4'])
})

test('nobody who changes something waits for a receiver that is slow', async () => {
  await using receiver = await startSyslogReceiver((connection) => void connection.pause())
  await to(`127.0.0.1:${receiver.port}`)
  await happen(1)
  await dispatch()
  const sending = forward()
  await happen(1, 1)
  await dispatch()
  expect(await count('audit_forward')).toBe(2)
  await expect(sending).rejects.toMatchObject({ reason: 'timeout' })
})

test('two services send nothing twice', async () => {
  await using receiver = await startSyslogReceiver()
  await to(`127.0.0.1:${receiver.port}`)
  await happen(30)
  await dispatch()
  await Promise.all([forward(), forward(), forward()])
  expect(told(receiver.messages)).toHaveLength(30)
})

test('without the database an entry is only forwarded; what waits beyond the bound is kept after all', async () => {
  await to('127.0.0.1:1')
  await set('skip_audit_log_database', true)
  await happen(5)
  await dispatch()
  expect([await count('event', `entry = 'forwarded'`), await count('audit_forward')]).toEqual([5, 5])
  await expect(forward(2)).rejects.toMatchObject({ name: 'OutboundError' })
  expect(await count('audit_forward')).toBe(2)
  const { rows } = await database.pool.query(`select resource from event where entry = 'kept' order by id`)
  expect(rows.map(({ resource }) => resource)).toEqual(['p0', 'p1', 'p2'])
  expect(logged.at(-1)).toContain('too many wait')
})

test('entries that wait are kept when the receiver is taken away, be they dispatched or not', async () => {
  await to('127.0.0.1:1')
  await set('skip_audit_log_database', true)
  await happen(2)
  await dispatch()
  await happen(1, 2)
  await to('')
  await dispatch()
  expect(await forward()).toBe(false)
  expect([await count('audit_forward'), await count('event', `entry = 'kept'`)]).toEqual([0, 3])
})
