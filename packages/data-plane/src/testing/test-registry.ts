import { join } from 'node:path'
import { Database } from '@berth/database'
import { PostgresMetadata } from '@berth/metadata'
import { FilesystemBlobStore } from '@berth/storage'
import { createLogger } from '@berth/telemetry'
import {
  createTestDatabase,
  generateTokenKeys,
  insertProject,
  OciClient,
  secretKey,
  signToken,
  temporaryFolder,
  tokenNames,
  type TestDatabase,
} from '@berth/testkit'
import { Grants } from '../auth/grants.js'
import { UploadIds } from '../auth/upload-ids.js'
import { TokenAuthenticator } from '../auth/token-authenticator.js'
import { createManifestCache } from '../cache/manifest-cache.js'
import { buildServer } from '../server.js'

export interface TestRegistry extends AsyncDisposable {
  readonly url: string
  readonly port: number
  readonly database: TestDatabase
  readonly db: Database
  readonly metadata: PostgresMetadata
  readonly blobs: FilesystemBlobStore
  /** Folder that holds `root` and `spool`. */
  readonly folder: string
  readonly root: string
  readonly spool: string
  /** A client that is given every right it asks for, at the registry itself or at another address. */
  client(url?: string): OciClient
  token(scope: string, subject?: string, expiresIn?: number): string
}

const keys = generateTokenKeys()

/** The data plane on a database and folders of its own, with the project `dev`. */
export async function startTestRegistry(): Promise<TestRegistry> {
  const database = await createTestDatabase()
  await insertProject(database.pool, { name: 'dev' })
  const folder = await temporaryFolder('registry')
  const { privateKey, certificate } = await keys
  const [root, spool] = [join(folder.path, 'root'), join(folder.path, 'spool')]
  const db = new Database({ ...database.settings, poolSize: 4 }, { plansOnce: true })
  const metadata = new PostgresMetadata(db)
  const blobs = new FilesystemBlobStore({ root, spool })
  await blobs.check()
  const app = buildServer(
    {
      metadata,
      blobs,
      authenticator: new TokenAuthenticator({ certificate, ...tokenNames }),
      manifests: createManifestCache(1_000_000),
      grants: new Grants(secretKey),
      uploadIds: new UploadIds(secretKey),
      allowSparseIndexes: true,
    },
    createLogger({ service: 'registry', level: 'error' }),
  )
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const token = (scope: string, subject?: string, expiresIn?: number) =>
    signToken(privateKey, scope, subject, expiresIn)
  return {
    url,
    port: Number(new URL(url).port),
    database,
    db,
    metadata,
    blobs,
    folder: folder.path,
    root,
    spool,
    token,
    client: (at = url) => new OciClient(at, { token: (scope) => token(scope) }),
    async [Symbol.asyncDispose]() {
      const closed = app.close()
      // A connection that a test left open would be waited for until it is no longer kept alive.
      app.server.closeAllConnections()
      await closed
      await metadata.close()
      await db.close()
      await blobs.close()
      await folder[Symbol.asyncDispose]()
      await database[Symbol.asyncDispose]()
    },
  }
}
