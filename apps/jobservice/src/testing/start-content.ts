import { join } from 'node:path'
import { PostgresMetadata } from '@berth/metadata'
import { FilesystemBlobStore } from '@berth/storage'
import { createTestDatabase, insertProject, temporaryFolder } from '@berth/testkit'

export type TestContent = Awaited<ReturnType<typeof startContent>>

/** What jobs on stored content work with: metadata in a database of its own with the project `dev`, and an empty blob store. */
export async function startContent(stack: AsyncDisposableStack) {
  const database = stack.use(await createTestDatabase())
  const { path: root } = stack.use(await temporaryFolder('store'))
  const spool = join(root, 'spool')
  const store = new FilesystemBlobStore({ root, spool })
  stack.defer(() => store.close())
  await store.check()
  const metadata = new PostgresMetadata(database.settings)
  stack.defer(() => metadata.close())
  await insertProject(database.pool, { name: 'dev' })
  return { database, store, spool, root, metadata }
}
