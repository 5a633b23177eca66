import { Setting } from '@berth/database/orm'
import { UserError } from '@berth/contracts'
import { createTestDatabase } from '@berth/testkit'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Database } from './database.js'

const server = await createTestDatabase()
const database = new Database({ database: { ...server.settings, poolSize: 2 } })

beforeAll(() => database.onModuleInit())
afterAll(async () => {
  await database.onApplicationShutdown()
  await server[Symbol.asyncDispose]()
})

const keys = async () =>
  (await database.rows<{ key: string }>(sql`select key from setting order by key`)).map((row) => row.key)
const add = { name: 'add_setting', text: `insert into setting (key, value) values ($1, 'true')` }

describe('entities, templates and prepared statements of one transaction', () => {
  it('see each other, and are kept together', async () => {
    await database.transaction(async (transaction) => {
      const [, , found] = await Promise.all([
        transaction.query(add, ['prepared']),
        transaction.entities.insert(Setting, { key: 'entity', value: true }),
        transaction.rows(sql`select key from setting`),
      ])
      await transaction.entities.save(transaction.entities.create(Setting, { key: 'saved', value: true }))
      expect(await transaction.entities.count(Setting)).toBe(3)
      expect(found.length).toBeGreaterThan(0)
    })
    expect(await keys()).toEqual(['entity', 'prepared', 'saved'])
    await server.pool.query('delete from setting')
  })

  it('are undone together, whichever of them fails', async () => {
    const twice = database.transaction(
      async (transaction) => {
        await transaction.query(add, ['twice'])
        await transaction.entities.insert(Setting, { key: 'twice', value: true })
      },
      { setting_pkey: () => new UserError('CONFLICT') },
    )
    await expect(twice).rejects.toMatchObject({ reason: 'CONFLICT' })
    const refused = database.transaction(async (transaction) => {
      await transaction.entities.insert(Setting, { key: 'refused', value: true })
      throw new Error('refused')
    })
    await expect(refused).rejects.toThrow('refused')
    expect(await keys()).toEqual([])
  })

  it('end together: an entity manager that is kept does nothing any more', async () => {
    const entities = await database.transaction(async (transaction) => transaction.entities)
    await expect(entities.insert(Setting, { key: 'late', value: true })).rejects.toThrow(/released/)
    expect(await keys()).toEqual([])
  })
})

it('has one pool, for entities as well', async () => {
  await Promise.all(Array.from({ length: 8 }, () => database.repository(Setting).find()))
  await Promise.all(Array.from({ length: 8 }, () => database.rows(sql`select 1`)))
  const { rows } = await server.pool.query<{ count: string }>(
    `select count(*) from pg_stat_activity where datname = current_database() and application_name = 'berth'`,
  )
  expect(rows).toEqual([{ count: '2' }])
})

it('runs a transaction again that met another one crosswise', async () => {
  await server.pool.query(`insert into setting (key, value) values ('a', '0'), ('b', '0')`)
  const both = Promise.withResolvers<void>()
  let begun = 0
  const add = (first: string, second: string) =>
    database.transaction(async (transaction) => {
      await transaction.rows(sql`update setting set value = to_jsonb(value::int + 1) where key = ${first}`)
      begun += 1
      if (begun === 2) both.resolve()
      await both.promise
      await transaction.entities.query('update setting set value = to_jsonb(value::int + 1) where key = $1', [second])
    })
  await Promise.all([add('a', 'b'), add('b', 'a')])
  expect(begun).toBeGreaterThan(2)
  expect(await database.rows(sql`select value from setting`)).toEqual([{ value: 2 }, { value: 2 }])
})
