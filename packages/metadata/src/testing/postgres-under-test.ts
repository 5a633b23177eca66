import { Database } from '@berth/database'
import type { Digest } from '@berth/oci'
import { createTestDatabase, insertProject } from '@berth/testkit'
import { createReclaim } from '../postgres/create-reclaim.js'
import { PostgresMetadata } from '../postgres/postgres-metadata.js'
import { fill } from './fill.js'

/** Metadata in a database of its own, with the project `dev`, and ways to fill it. */
export async function openPostgres() {
  await using stack = new AsyncDisposableStack()
  const database = stack.use(await createTestDatabase())
  await insertProject(database.pool, { name: 'dev' })
  // Enough for those that race each other.
  const db = new Database({ ...database.settings, poolSize: 12 })
  stack.defer(() => db.close())
  const metadata = new PostgresMetadata(db)
  stack.defer(() => metadata.close())
  /** Stands for the blob store: which digests have bytes. */
  const files = new Set<Digest>()
  const filling = fill({ metadata, project: 'dev', publish: async (digest) => void files.add(digest) })
  const opened = stack.move()
  return {
    ...filling,
    database,
    db,
    garbage: createReclaim(db),
    files,
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  }
}
