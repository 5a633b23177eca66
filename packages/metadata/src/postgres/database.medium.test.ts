import { setTimeout as sleep } from 'node:timers/promises'
import { createTestDatabase } from '@berth/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Database, DatabaseUnavailableError } from '@berth/database'

const server = await createTestDatabase()
const database = new Database({ ...server.settings, poolSize: 1 })
const add = { name: 'add', text: 'insert into note (id) values ($1)' }
const ids = async () =>
  (await database.query<{ id: number }>({ name: 'ids', text: 'select id from note' })).map(({ id }) => id)

beforeAll(() => server.pool.query('create table note (id integer primary key)'))
afterAll(async () => {
  await database.close()
  await server[Symbol.asyncDispose]()
})

it('plans its statements once where it is told so', async () => {
  const show = { name: 'show_plan_cache_mode', text: 'show plan_cache_mode' }
  const planning = new Database(server.settings, { plansOnce: true })
  expect(await planning.query(show)).toEqual([{ plan_cache_mode: 'force_generic_plan' }])
  await planning.close()
  expect(await database.query(show)).toEqual([{ plan_cache_mode: 'auto' }])
})

describe('statements of a transaction that travel together', () => {
  it('fail with the error of the one that failed, whichever is heard of first', async () => {
    const work = database.transaction(async (transaction) => {
      await transaction.query(add, [1])
      const slow = async () => {
        try {
          await transaction.query(add, [1])
        } finally {
          await sleep(20)
        }
      }
      await Promise.all([slow(), transaction.query(add, [2])])
    })
    await expect(work).rejects.toThrow('duplicate key')
    expect(await ids()).toEqual([])
  })

  it('keep nothing where one fails that travels with the end', async () => {
    const work = database.transaction(async (transaction) => {
      await transaction.query(add, [5])
      await Promise.all([transaction.query(add, [5]), transaction.commit()])
    })
    await expect(work).rejects.toThrow('duplicate key')
    expect(await ids()).toEqual([])
  })

  it('may travel with the end', async () => {
    await database.transaction((transaction) => Promise.all([transaction.query(add, [6]), transaction.commit()]))
    expect(await ids()).toEqual([6])
    await server.pool.query('delete from note')
  })

  it('bring nothing once the transaction is over', async () => {
    const { promise: late, reject: tell } = Promise.withResolvers<never>()
    const work = database.transaction(async (transaction) => {
      const slow = async () => {
        await sleep(20)
        await transaction.query(add, [3])
      }
      slow().catch(tell)
      await transaction.query(add, [4])
      throw new Error('refused')
    })
    await expect(work).rejects.toThrow('refused')
    await expect(late).rejects.toThrow('add: the transaction is over')
    expect(await ids()).toEqual([])
  })
})

it('does nothing again of what is committed, whatever a hook meets', async () => {
  let runs = 0
  const work = database.transaction(async (transaction) => {
    runs += 1
    await transaction.query(add, [100 + runs])
    transaction.afterCommit(() => Promise.reject(Object.assign(new Error('deadlock'), { code: '40P01' })))
  })
  await expect(work).rejects.toThrow('deadlock')
  expect(runs).toBe(1)
  expect(await ids()).toEqual([101])
  await server.pool.query('delete from note')
})

describe('a foreign key that refuses', () => {
  const comment = { name: 'comment', text: 'insert into comment (note_id) values ($1)' }
  let runs = 0
  const run = (meanwhile: () => Promise<unknown>) => {
    runs = 0
    return database.transaction(async (transaction) => {
      runs += 1
      if (runs > 1) await meanwhile()
      await transaction.query(comment, [7])
    })
  }

  beforeAll(() => server.pool.query('create table comment (note_id integer references note (id))'))

  it('is asked once more, for the row may have come or gone meanwhile', async () => {
    await run(() => server.pool.query('insert into note (id) values (7)'))
    expect(runs).toBe(2)
    await server.pool.query('delete from comment; delete from note')
  })

  it('is believed then, and is no fault of the server', async () => {
    const refused = run(() => Promise.resolve())
    await expect(refused).rejects.toMatchObject({ code: '23503', constraint: 'comment_note_id_fkey' })
    await expect(refused).rejects.not.toBeInstanceOf(DatabaseUnavailableError)
    expect(runs).toBe(2)
  })
})
