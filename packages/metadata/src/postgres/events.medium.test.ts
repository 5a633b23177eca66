import { Database, emit } from '@berth/database'
import { createTestDatabase } from '@berth/testkit'
import { afterAll, beforeEach, expect, it } from 'vitest'

const server = await createTestDatabase()
const database = new Database({ ...server.settings, poolSize: 2 })
const { pool } = server

beforeEach(() => pool.query('truncate event, outbox'))
afterAll(async () => {
  await database.close()
  await server[Symbol.asyncDispose]()
})

const actor = { kind: 'user', id: 7, name: 'alice', address: '192.0.2.1', requestId: 'r-1' } as const
const signIn = { user_id: 7, user: 'alice' }
const write = () => database.transaction((transaction) => emit(transaction, 'user.signed-in', signIn, actor))
const partitions = async () =>
  (await pool.query<{ name: string }>(`select tableoid::regclass::text as name from event order by id`)).rows.map(
    ({ name }) => name,
  )

it('stand in the table of their month, with who did it and from where, and wait to be dispatched', async () => {
  const place = { project_id: 3, repository_id: 5, repository: 'dev/app' }
  const pushed = { ...place, digest: 'sha256:0', tag: 'v1' }
  await database.transaction((transaction) => emit(transaction, 'tag.deleted', pushed, actor))
  expect((await pool.query('select * from event')).rows).toMatchObject([
    {
      type: 'tag.deleted',
      project_id: 3,
      repository_id: '5',
      repository: 'dev/app',
      actor_kind: 'user',
      actor_id: '7',
      actor_name: 'alice',
      address: '192.0.2.1',
      request_id: 'r-1',
      payload: { digest: 'sha256:0', tag: 'v1' },
    },
  ])
  expect(await partitions()).toEqual([`event_${new Date().toISOString().slice(0, 7).replace('-', '_')}`])
  const waiting = 'select from outbox join event on event.id = event_id and event.at = event_at'
  expect((await pool.query(waiting)).rowCount).toBe(1)
})

it('are gone with the change that they tell of', async () => {
  const work = database.transaction(async (transaction) => {
    await emit(transaction, 'user.signed-in', signIn, actor)
    throw new Error('refused')
  })
  await expect(work).rejects.toThrow('refused')
  expect((await pool.query('select from event')).rowCount).toBe(0)
  expect((await pool.query('select from outbox')).rowCount).toBe(0)
})

it('are caught where their month has no table, and moved when it gets one, while others are written', async () => {
  await pool.query(`insert into event (at, type, actor_kind, actor_name, payload)
    select at, 'user.signed-in', 'system', 'test', '{}' from unnest(array[
      timestamptz '2031-01-31 23:59:59.999999Z', '2031-02-01 00:00:00Z', '2031-02-28 23:59:59Z', '2031-03-01 00:00:00Z']) at`)
  expect(await partitions()).toEqual(Array.from({ length: 4 }, () => 'event_default'))
  const add = async () => (await pool.query(`select add_event_months('2031-02-14', 1) as made`)).rows
  const [first, second] = await Promise.all([add(), add(), write()])
  expect([first, second]).toEqual(expect.arrayContaining([[{ made: 0 }], [{ made: 1 }]]))
  const names = (await partitions()).slice(0, 4)
  expect(names).toEqual(['event_default', 'event_2031_02', 'event_2031_02', 'event_default'])
  expect((await pool.query('select from event')).rowCount).toBe(5)
  // The months are those of UTC, wherever the session is.
  const local = await pool.connect()
  await local.query(`set time zone 'Asia/Shanghai'`)
  await local.query(`select add_event_months('2031-01-31', 1)`)
  await local.query('reset time zone')
  local.release()
  expect((await partitions()).slice(0, 4)).toEqual(['event_2031_01', 'event_2031_02', 'event_2031_02', 'event_default'])
})

it.each([
  ['newest first', 'select * from event order by at desc, id desc limit 50'],
  ['of one project', 'select * from event where project_id = 3 order by at desc, id desc limit 50'],
  ['of one actor', `select * from event where actor_name = 'alice' order by at desc, id desc limit 50`],
])('are read by an index, %s', async (_which, statement) => {
  const client = await pool.connect()
  await client.query('begin; set local enable_seqscan = off; set local enable_bitmapscan = off')
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${statement}`)
  await client.query('rollback')
  client.release()
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
  expect(plan).toMatch(/Index Scan Backward/)
  expect(plan).not.toMatch(/->\s+(?:Incremental )?Sort/)
})
