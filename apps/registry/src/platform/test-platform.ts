import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import {
  createTestDatabase,
  generateTokenKeys,
  insertProject,
  OciClient,
  secretKey,
  startRegistryProxy,
  startService,
  temporaryFolder,
  tokensOfAdministrator,
  type TestDatabase,
} from '@berth/testkit'

const main = new URL('../../dist/main.js', import.meta.url)

export interface TestPlatform extends AsyncDisposable {
  /** Of the proxy. */
  readonly url: string
  readonly port: number
  readonly database: TestDatabase
  readonly root: string
  readonly spool: string
  /** A client that is given every right it asks for. */
  readonly client: OciClient
  /** Of an administrator. */
  token(scope: string): string
  /** Signs tokens that the registry believes. */
  readonly privateKey: string
  /** Ids of the registry's worker processes and of nginx's. */
  processes(): Promise<{ readonly registry: number[]; readonly proxy: number[] }>
  /** What the registry and nginx have logged. */
  output(): string
}

/** The data plane as it is shipped: nginx in front of a registry of two worker processes. Holds the project `dev`. */
export async function startTestPlatform({
  workers = 2,
  apiUrl = 'http://127.0.0.1:9',
  env = {},
}: {
  readonly workers?: number
  readonly apiUrl?: string
  /** Beside that of every platform here. */
  readonly env?: Readonly<Record<string, string>>
} = {}): Promise<TestPlatform> {
  await using stack = new AsyncDisposableStack()
  const database = stack.use(await createTestDatabase())
  await insertProject(database.pool, { name: 'dev' })
  const folder = stack.use(await temporaryFolder('platform'))
  const [root, spool] = [join(folder.path, 'root'), join(folder.path, 'spool')]
  await mkdir(root)
  const { privateKey, certificate } = await generateTokenKeys()
  const token = await tokensOfAdministrator(database.pool, privateKey)
  const service = stack.use(
    await startService({
      main,
      env: {
        ...database.environment,
        BERTH_STORAGE_ROOT: root,
        BERTH_STORAGE_SPOOL: spool,
        BERTH_TOKEN_CERTIFICATE: certificate,
        BERTH_SECRET_KEY: secretKey,
        BERTH_REGISTRY_WORKERS: String(workers),
        BERTH_API_URL: apiUrl,
        ...env,
      },
    }),
  )
  const proxy = stack.use(await startRegistryProxy({ port: service.port, root, spool }))
  const started = stack.move()
  return {
    url: proxy.url,
    port: proxy.port,
    database,
    root,
    spool,
    client: new OciClient(proxy.url, { token }),
    token,
    privateKey,
    async processes() {
      const [[, ...registry], [, ...workers]] = await Promise.all([service.processes(), proxy.processes()])
      return { registry, proxy: workers }
    },
    output: () => `${service.output()}\n${proxy.output()}`,
    [Symbol.asyncDispose]: () => started.disposeAsync(),
  }
}
