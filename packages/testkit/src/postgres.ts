import { chown } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import type { DatabaseSettings } from '@berth/database'
import { migrate } from '@berth/database/orm'
import { startOnLeash, type Leash } from './leash.js'
import { findPostgresPrograms, unprivilegedUser } from './system.js'
import { temporaryFolder } from './temporary-folder.js'
import { waitUntil } from './wait-until.js'

/** The cluster listens on a unix socket only, so the number needs to be free in its own folder alone. */
const PORT = 5432
const USER = 'berth'

/** Speed over durability: the cluster is thrown away. */
const SPEED = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
const SIZE = ['shared_buffers=64MB', 'max_connections=200', 'max_wal_size=256MB', 'jit=off']

/** A private PostgreSQL cluster in a temporary folder. */
export interface PostgresServer extends AsyncDisposable {
  /** Folder of the unix socket: give it as the host of a connection. */
  readonly host: string
  readonly port: number
  /** Settings to connect to one of its databases as the owner, without a password. */
  settings(database: string, poolSize?: number): DatabaseSettings
  /** Runs one statement in the database `postgres`. */
  execute(statement: string): Promise<void>
  /** Stops the server, cutting every connection; data stays. */
  stop(): Promise<void>
  /** `kill -9` of all its processes. What was committed stays where the server is durable. */
  kill(): Promise<void>
  /** Starts it again after `stop` or `kill`. */
  start(): Promise<void>
  /** The end of its log. */
  log(): string
}

/**
 * @param options.durable  true for tests that kill it: commits wait until they are written
 * @param options.settings further ones, as `name=value`
 */
export async function startPostgres(
  options: { readonly durable?: boolean; readonly settings?: readonly string[] } = {},
): Promise<PostgresServer> {
  const programs = await findPostgresPrograms()
  const owner = await unprivilegedUser(['postgres', 'nobody'])
  const folder = await temporaryFolder('postgres')
  if (owner) await chown(folder.path, owner.uid, owner.gid)
  const data = join(folder.path, 'data')
  const program = { cwd: folder.path, folder: folder.path, owner }
  const env = { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8', HOME: folder.path }

  const initdb = startOnLeash({
    ...program,
    env,
    command: join(programs, 'initdb'),
    args: ['-D', data, '-U', USER, '-A', 'trust', '-E', 'UTF8', '--no-sync', '--no-instructions'],
    stopSignal: 'TERM',
  })
  await initdb.ended()

  const settings = (database: string, poolSize = 8): DatabaseSettings => ({
    host: folder.path,
    port: PORT,
    user: USER,
    database,
    poolSize,
  })
  const execute = async (statement: string) => {
    const client = new Client(settings('postgres'))
    await client.connect()
    try {
      await client.query(statement)
    } finally {
      await client.end()
    }
  }
  let server: Leash | undefined
  const start = async () => {
    const place = [`unix_socket_directories=${folder.path}`, 'listen_addresses=', `port=${PORT}`]
    const configuration = [...place, ...SIZE, ...(options.durable ? [] : SPEED), ...(options.settings ?? [])]
    const leash = startOnLeash({
      ...program,
      env,
      command: join(programs, 'postgres'),
      args: ['-D', data, ...configuration.flatMap((option) => ['-c', option])],
      stopSignal: 'INT',
    })
    server = leash
    await waitUntil(() => execute('select 1').then(() => true), {
      what: 'PostgreSQL starts',
      givesUp: () => (leash.running ? undefined : `${initdb.output()}\n${leash.output()}`),
    })
  }
  const dispose = async () => {
    await server?.stop()
    await folder[Symbol.asyncDispose]()
  }
  await start().catch(async (error: unknown) => {
    await dispose()
    throw error
  })

  return {
    host: folder.path,
    port: PORT,
    settings,
    execute,
    start,
    log: () => server?.output() ?? '',
    stop: async () => server?.stop(),
    async kill() {
      for (const pid of (await server?.processes()) ?? []) killNow(pid)
      await server?.ended()
    },
    [Symbol.asyncDispose]: dispose,
  }
}

function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has just ended by itself.
  }
}

/** Creates `name` and brings it to the newest schema. */
export async function createMigratedDatabase(server: PostgresServer, name: string): Promise<void> {
  await server.execute(`create database ${name}`)
  await migrate(server.settings(name))
}
