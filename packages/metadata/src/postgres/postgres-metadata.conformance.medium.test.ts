import { Database } from '@berth/database'
import { createTestDatabase, insertProject, type TestDatabase } from '@berth/testkit'
import { afterAll } from 'vitest'
import { describeRegistryMetadata } from '../conformance.js'
import { PostgresMetadata } from './postgres-metadata.js'

const opened: { readonly database: TestDatabase; readonly db: Database }[] = []

afterAll(async () => {
  for (const { database, db } of opened) {
    await db.close()
    await database[Symbol.asyncDispose]()
  }
})

describeRegistryMetadata('metadata in PostgreSQL', async () => {
  const database = await createTestDatabase()
  const db = new Database(database.settings)
  const metadata = new PostgresMetadata(db)
  opened.push({ database, db })
  const { name } = await insertProject(database.pool)
  return { metadata, project: name, publish: async () => undefined }
})
