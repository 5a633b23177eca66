import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { createServer, request } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  createTestDatabase,
  freePort,
  generateTokenKeys,
  type RunningService,
  secretKey,
  startRedis,
  startService,
  temporaryFolder,
  type TestDatabase,
  type TokenKeys,
} from '@berth/testkit'

const registryMain = new URL('../../../registry/dist/main.js', import.meta.url)
const apiMain = new URL('../../dist/main.js', import.meta.url)
const program = fileURLToPath(new URL('../../dist/commands/import-harbor.js', import.meta.url))

export interface CommandEnd {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A Berth that things are imported into: its database, Redis and registry. The api runs within the command, and by itself where a test asks for it. */
export class ImportGround implements AsyncDisposable {
  private constructor(
    private readonly stack: AsyncDisposableStack,
    readonly database: TestDatabase,
    readonly folder: string,
    readonly keys: TokenKeys,
    readonly registry: RunningService,
    private readonly environment: Readonly<Record<string, string>>,
  ) {}

  /** @param apiUrl whom its registry asks about Basic credentials */
  static async start(apiUrl = 'http://127.0.0.1:9'): Promise<ImportGround> {
    await using stack = new AsyncDisposableStack()
    const database = stack.use(await createTestDatabase())
    const redis = stack.use(await startRedis())
    const folder = stack.use(await temporaryFolder('import'))
    const keys = await generateTokenKeys()
    const [root, spool] = [join(folder.path, 'root'), join(folder.path, 'spool')]
    for (const path of [root, join(folder.path, 'out')]) await mkdir(path)
    const common = {
      ...database.environment,
      BERTH_SECRET_KEY: secretKey,
      BERTH_TOKEN_CERTIFICATE: keys.certificate,
    }
    const env = { ...common, BERTH_STORAGE_ROOT: root, BERTH_STORAGE_SPOOL: spool, BERTH_REGISTRY_WORKERS: '1' }
    const registry = stack.use(await startService({ main: registryMain, env: { ...env, BERTH_API_URL: apiUrl } }))
    const environment = {
      ...common,
      ...redis.environment,
      BERTH_TOKEN_PRIVATE_KEY: keys.privateKey,
      BERTH_ADMIN_PASSWORD: 'Harbor12345',
      BERTH_REGISTRY_URL: registry.url,
    }
    return new ImportGround(stack.move(), database, folder.path, keys, registry, environment)
  }

  /** The api as a service of its own. */
  async startApi(port?: number): Promise<RunningService> {
    return this.stack.use(await startService({ main: apiMain, env: this.environment, port }))
  }

  /** The api as a service of its own, and what stands before it and the registry: one address, as clients know it. */
  async startFront(): Promise<{ readonly url: string }> {
    const api = await this.startApi()
    const port = await freePort()
    const front = createServer((incoming, answer) => {
      const target = incoming.url?.startsWith('/v2/') ? this.registry.port : api.port
      const { method, url, headers } = incoming
      const outgoing = request({ host: '127.0.0.1', port: target, method, path: url, headers }, (found) => {
        answer.writeHead(found.statusCode ?? 502, found.headers)
        found.pipe(answer)
      })
      outgoing.on('error', () => answer.destroy())
      incoming.pipe(outgoing)
    })
    await new Promise<void>((resolve) => front.listen(port, '127.0.0.1', resolve))
    this.stack.defer(() => {
      front.closeAllConnections()
      front.close()
    })
    return { url: `http://127.0.0.1:${port}` }
  }

  get output(): string {
    return join(this.folder, 'out')
  }

  /** Begins the command. */
  spawn(args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess {
    return spawn(process.execPath, ['--enable-source-maps', program, ...args], {
      env: {
        PATH: process.env['PATH'],
        ...this.environment,
        BERTH_LISTEN_PORT: '1',
        BERTH_REMOTE_USER: 'admin',
        BERTH_REMOTE_PASSWORD: 'Harbor12345',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  }

  /** Runs the command to its end. */
  async run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<CommandEnd> {
    const child = this.spawn(args, env)
    const [out, err]: [string[], string[]] = [[], []]
    child.stdout?.on('data', (data: Buffer) => out.push(data.toString()))
    child.stderr?.on('data', (data: Buffer) => err.push(data.toString()))
    const [code] = (await once(child, 'close')) as [number | null]
    return { code, stdout: out.join(''), stderr: err.join('') }
  }

  async rows(statement: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> {
    return (await this.database.pool.query<Record<string, unknown>>(statement, [...values])).rows
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stack.disposeAsync()
  }
}
