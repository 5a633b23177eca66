import { createTestDatabase, insertProject, type TestDatabase } from '@berth/testkit'
import { afterAll } from 'vitest'
import { describeRegistryMetadata } from '../conformance.js'
import { PostgresMetadata } from './postgres-metadata.js'

const opened: { readonly database: TestDatabase; readonly metadata: PostgresMetadata }[] = []

afterAll(async () => {
  for (const { database, metadata } of opened) {
    await metadata.close()
    await database[Symbol.asyncDispose]()
  }
})

describeRegistryMetadata('metadata in PostgreSQL', async () => {
  const database = await createTestDatabase()
  const metadata = new PostgresMetadata(database.settings)
  opened.push({ database, metadata })
  const { name } = await insertProject(database.pool)
  return { metadata, project: name, publish: async () => undefined }
})
