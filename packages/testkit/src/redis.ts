import { Redis } from 'ioredis'
import { freePort } from './free-port.js'
import { startOnLeash, type Leash } from './leash.js'
import { findProgram } from './system.js'
import { temporaryFolder } from './temporary-folder.js'
import { waitUntil } from './wait-until.js'

/** A private Redis without persistence, on a port of 127.0.0.1. */
export interface RedisServer extends AsyncDisposable {
  readonly host: string
  readonly port: number
  readonly settings: { readonly host: string; readonly port: number; readonly database: number }
  /** The same as environment variables, for a service started as a process. */
  readonly environment: Readonly<Record<string, string>>
  /** Empties it, as an operator or an eviction would. */
  flush(): Promise<void>
  /** Stops it. What it held is lost. */
  stop(): Promise<void>
  /** `kill -9`. */
  kill(): Promise<void>
  /** Starts it again, empty, on the same port. */
  start(): Promise<void>
}

/** @param options.started false to only reserve the port, for tests of a service that comes up before Redis */
export async function startRedis(options: { readonly started?: boolean } = {}): Promise<RedisServer> {
  const command = await findProgram('redis-server', 'redis-server')
  const folder = await temporaryFolder('redis')
  const host = '127.0.0.1'
  const port = await freePort()
  let server: Leash | undefined

  const withClient = async (work: (client: Redis) => Promise<unknown>) => {
    const client = new Redis({ host, port, lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 })
    client.on('error', () => {})
    try {
      await client.connect()
      await work(client)
    } finally {
      client.disconnect()
    }
  }
  const start = async () => {
    const leash = startOnLeash({
      command,
      args: ['--bind', host, '--port', String(port), '--dir', folder.path, '--save', '', '--appendonly', 'no'],
      stopSignal: 'TERM',
      folder: folder.path,
      cwd: folder.path,
    })
    server = leash
    await waitUntil(() => withClient((client) => client.ping()).then(() => true), {
      what: 'Redis starts',
      givesUp: () => (leash.running ? undefined : leash.output()),
    })
  }
  const dispose = async () => {
    await server?.stop()
    await folder[Symbol.asyncDispose]()
  }
  if (options.started !== false) {
    await start().catch(async (error: unknown) => {
      await dispose()
      throw error
    })
  }

  return {
    host,
    port,
    settings: { host, port, database: 0 },
    environment: { BERTH_REDIS_HOST: host, BERTH_REDIS_PORT: String(port) },
    flush: () => withClient((client) => client.flushall()),
    start,
    stop: async () => server?.stop(),
    async kill() {
      server?.signal('KILL')
      await server?.ended()
    },
    [Symbol.asyncDispose]: dispose,
  }
}
