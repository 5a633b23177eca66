import { expect, it } from 'vitest'
import { readMigrations } from './migrations.js'
import { neededMigration } from './schema.js'

it('reads the migrations of the folder in the order of their numbers', async () => {
  const migrations = await readMigrations()
  expect(migrations[0]).toMatchObject({ name: '0001-initial', statements: expect.stringContaining('create table') })
  const names = migrations.map(({ name }) => name)
  expect(names).toEqual(names.toSorted())
})

it('lets services wait for the newest one that brings more than indexes', async () => {
  const needed = await neededMigration()
  const newer = (await readMigrations()).filter(({ name }) => name > needed)
  expect(newer.every((migration) => 'indexes' in migration)).toBe(true)
  expect((await readMigrations()).find(({ name }) => name === needed)).toHaveProperty('statements')
})
