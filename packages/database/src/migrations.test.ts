import { expect, it } from 'vitest'
import { readMigrations } from './migrations.js'

it('reads the migrations of the folder in the order of their numbers', async () => {
  const migrations = await readMigrations()
  expect(migrations[0]).toMatchObject({ name: '0001-initial', statements: expect.stringContaining('create table') })
  const names = migrations.map(({ name }) => name)
  expect(names).toEqual(names.toSorted())
})
