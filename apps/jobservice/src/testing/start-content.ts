import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { Actor } from '@berth/contracts'
import { Database } from '@berth/database'
import { PostgresMetadata } from '@berth/metadata'
import { digestOf, parseUploadId, type Digest, type RepositoryName, type UploadId } from '@berth/oci'
import { FilesystemBlobStore } from '@berth/storage'
import { createTestDatabase, insertProject, temporaryFolder } from '@berth/testkit'
import type { TestStack } from './stack-of-each-test.js'

export const alice: Actor = { kind: 'user', name: 'alice' }

export type TestContent = Awaited<ReturnType<typeof startContent>>

/** What jobs on stored content work with: metadata in a database of its own with the project `dev`, and an empty blob store. */
export async function startContent(stack: TestStack) {
  const database = stack.use(await createTestDatabase())
  const { path: root } = stack.use(await temporaryFolder('store'))
  const spool = join(root, 'spool')
  const store = new FilesystemBlobStore({ root, spool })
  stack.defer(() => store.close())
  await store.check()
  const db = new Database(database.settings)
  stack.defer(() => db.close())
  const metadata = new PostgresMetadata(db)
  await insertProject(database.pool, { name: 'dev' })

  async function beginUpload(bytes: Buffer): Promise<UploadId> {
    const id = parseUploadId(randomUUID())
    await store.receive(id, 0, await store.spool(Readable.from([bytes])))
    return id
  }

  async function pushBlob(repository: RepositoryName, bytes: Buffer): Promise<Digest> {
    const [id, digest] = [await beginUpload(bytes), digestOf(bytes)]
    const sealed = await store.seal(id, digest)
    await metadata.commitUpload({ repository, digest, size: bytes.length }, () => sealed.publish())
    return digest
  }

  return { database, db, store, spool, root, metadata, beginUpload, pushBlob }
}
