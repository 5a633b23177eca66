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

it('of a name with several places are as many, in one process as in several', async () => {
  const taken = await Promise.all([one, one, other, one, other].map((locks) => locks.tryTakePlace('d', 3)))
  const held = taken.filter((lock) => lock !== undefined)
  expect(held).toHaveLength(3)
  expect(await other.tryTakePlace('d', 3)).toBeUndefined()
  await using elsewhere = await one.tryTakePlace('e', 1)
  expect(elsewhere).toBeDefined()
  await held[1]?.[Symbol.asyncDispose]()
  const next = await other.tryTakePlace('d', 3)
  expect(next).toBeDefined()
  expect(await one.tryTakePlace('d', 3)).toBeUndefined()
  for (const lock of [...held, next]) await lock?.[Symbol.asyncDispose]()
})

it('with very many places are taken at once', async () => {
  await using lock = await one.tryTakePlace('f', 999_999_999)
  expect(lock).toBeDefined()
})
