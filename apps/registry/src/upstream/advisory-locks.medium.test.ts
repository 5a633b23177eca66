import { createTestDatabase, waitUntil } from '@berth/testkit'
import { afterAll, expect, it } from 'vitest'
import { AdvisoryLocks } from '@berth/database'

const database = await createTestDatabase()
const stack = new AsyncDisposableStack()
stack.use(database)
const [one, other] = [database, database].map(({ settings }) => stack.use(new AdvisoryLocks(settings))) as [
  AdvisoryLocks,
  AdvisoryLocks,
]
afterAll(() => stack.disposeAsync())

it('are held by one at a time, in one process as in several', async () => {
  const lock = await one.tryTake('a')
  expect(lock).toBeDefined()
  expect(await one.tryTake('a')).toBeUndefined()
  expect(await other.tryTake('a')).toBeUndefined()
  expect(await other.isTaken('a')).toBe(true)
  expect(await other.isTaken('b')).toBe(false)
  await lock?.[Symbol.asyncDispose]()
  await using next = await other.tryTake('a')
  expect(next).toBeDefined()
})

it('are free once the connection of their holder has ended, and the holder is told', async () => {
  const lock = await one.tryTake('c')
  await database.pool.query(
    `select pg_terminate_backend(a.pid) from pg_stat_activity a join pg_locks l on l.pid = a.pid
     where l.locktype = 'advisory' and a.datname = current_database() and a.application_name = 'berth locks'`,
  )
  await waitUntil(() => lock?.lost.aborted === true, { what: 'the holder is told' })
  await using next = await other.tryTake('c')
  expect(next).toBeDefined()
  await lock?.[Symbol.asyncDispose]()
  expect(await one.isTaken('c')).toBe(true)
})
