import { randomBytes } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  freePort,
  generateTokenKeys,
  insertProject,
  OciClient,
  startRedis,
  startRegistryProxy,
  startService,
  startTestDatabase,
  tokensOfAdministrator,
  type RunningService,
} from '@berth/testkit'
import type { Pool } from 'pg'

export const VICTIMS = ['registry', 'postgresql', 'jobservice', 'redis'] as const
export type Victim = (typeof VICTIMS)[number]

export interface Platform extends AsyncDisposable {
  /** Folder of the blob store's tree. */
  readonly root: string
  readonly pool: Pool
  /** A client with every right on every repository. */
  client(): OciClient
  /** `kill -9` of the service. */
  kill(victim: Victim): Promise<void>
  start(victim: Victim): Promise<void>
  /** Keeps what the services have logged since their last start in a folder. */
  saveLogs(folder: string): Promise<void>
}

export interface PlatformOptions {
  /** Where the blob store lies. */
  readonly disk: string
  readonly projects: readonly string[]
  readonly reclaimDelaySeconds: number
}

const programOf = (app: 'registry' | 'jobservice') => new URL(`../../../apps/${app}/dist/main.js`, import.meta.url)

/** PostgreSQL, Redis, registry, jobservice and proxy as processes, as in a native installation but for the api: tokens are signed here. */
export async function startPlatform({ disk, projects, reclaimDelaySeconds }: PlatformOptions): Promise<Platform> {
  const stack = new AsyncDisposableStack()
  const database = stack.use(await startTestDatabase({ durable: true }))
  const redis = stack.use(await startRedis())
  for (const name of projects) await insertProject(database.pool, { name })
  const keys = await generateTokenKeys()
  const token = await tokensOfAdministrator(database.pool, keys.privateKey)
  const [root, spool] = [join(disk, 'root'), join(disk, 'spool')]
  for (const folder of [root, spool]) await mkdir(folder)
  const environment = {
    ...database.environment,
    ...redis.environment,
    BERTH_STORAGE_ROOT: root,
    BERTH_STORAGE_SPOOL: spool,
    BERTH_TOKEN_CERTIFICATE: keys.certificate,
    BERTH_SECRET_KEY: randomBytes(32).toString('hex'),
    BERTH_REGISTRY_WORKERS: '2',
    BERTH_RECLAIM_DELAY_SECONDS: String(reclaimDelaySeconds),
  }
  const ports = { registry: await freePort(), jobservice: await freePort() }
  const services = new Map<Victim, RunningService>()
  const startApp = async (app: 'registry' | 'jobservice') => {
    const options = { main: programOf(app), env: environment, port: ports[app], until: 'listening' } as const
    services.set(app, await startService(options))
  }
  const killApp = async (app: 'registry' | 'jobservice') => {
    services.get(app)?.signal('KILL')
    await services.get(app)?.ended()
  }
  stack.defer(async () => {
    for (const service of services.values()) await service.stop()
  })
  await Promise.all([startApp('registry'), startApp('jobservice')])
  const proxy = stack.use(await startRegistryProxy({ port: ports.registry, root, spool }))

  return {
    root,
    pool: database.pool,
    client: () => new OciClient(proxy.url, { token }),
    kill(victim) {
      if (victim === 'postgresql') return database.server.kill()
      return victim === 'redis' ? redis.kill() : killApp(victim)
    },
    start(victim) {
      if (victim === 'postgresql') return database.server.start()
      return victim === 'redis' ? redis.start() : startApp(victim)
    },
    async saveLogs(folder) {
      await mkdir(folder, { recursive: true })
      for (const [name, service] of services) await writeFile(join(folder, `${name}.log`), service.output())
      await writeFile(join(folder, 'proxy.log'), proxy.output())
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  }
}
