import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, startTestDatabase, type TestDatabase } from './database.js'
import { insertProject, insertRepository } from './factories.js'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

test('a test database has the schema and keeps to itself', async () => {
  const project = await insertProject(database.pool, { name: 'dev' })
  const repository = await insertRepository(database.pool, { project, name: 'dev/httpd' })
  expect(repository).toEqual({ id: '1', project_id: project.id, name: 'dev/httpd' })

  await using other = await createTestDatabase()
  expect((await other.pool.query('select 1 from repository')).rowCount).toBe(0)
})

test('a cluster of its own can be stopped and started again without losing rows', async () => {
  await using own = await startTestDatabase()
  await insertProject(own.pool, { name: 'kept' })
  await own.server.stop()
  await expect(own.pool.query('select 1')).rejects.toThrow()
  await own.server.start()
  expect((await own.pool.query('select name from project')).rows).toEqual([{ name: 'kept' }])
})

test('a durable cluster keeps what was committed right before kill -9', async () => {
  await using own = await startTestDatabase({ durable: true })
  await insertProject(own.pool, { name: 'committed' })
  await own.server.kill()
  await expect(own.pool.query('select 1')).rejects.toThrow()
  await own.server.start()
  expect((await own.pool.query('select name from project')).rows).toEqual([{ name: 'committed' }])
})
