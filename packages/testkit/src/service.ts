import { freePort } from './free-port.js'
import { startOnLeash, type LeashSignal } from './leash.js'
import { waitUntil } from './wait-until.js'

export interface ServiceOptions {
  /** The built program: an absolute path, or the `URL` of one relative to the test. */
  readonly main: string | URL
  /** Its whole Berth environment, without host and port. Nothing of the test's own environment but PATH is passed on. */
  readonly env: Readonly<Record<string, string>>
  /** Where it listens; a free port unless told. */
  readonly port?: number | undefined
  /** `healthy` waits for 200 of `/healthz`, `listening` for any answer of it; `healthy` unless told. */
  readonly until?: 'healthy' | 'listening'
}

/** One of Berth's services, run as it is in production: a process of its own. */
export interface RunningService extends AsyncDisposable {
  readonly url: string
  readonly port: number
  readonly running: boolean
  /** Ids of its process and of those that it has started, parents first. */
  readonly processes: () => Promise<number[]>
  /** What it has logged. */
  readonly output: () => string
  /** SIGTERM, and SIGKILL after `graceMs`. */
  readonly stop: (graceMs?: number) => Promise<void>
  readonly signal: (signal: LeashSignal) => void
  /** Resolves when the process has ended. */
  readonly ended: () => Promise<void>
}

export async function startService({
  main,
  env,
  port: wanted,
  until = 'healthy',
}: ServiceOptions): Promise<RunningService> {
  const port = wanted ?? (await freePort())
  const leash = startOnLeash({
    command: process.execPath,
    args: ['--enable-source-maps', main instanceof URL ? main.pathname : main],
    env: { PATH: process.env['PATH'], BERTH_LISTEN_HOST: '127.0.0.1', BERTH_LISTEN_PORT: String(port), ...env },
    stopSignal: 'TERM',
  })
  const url = `http://127.0.0.1:${port}`
  await waitUntil(async () => (await fetch(`${url}/healthz`)).ok || until === 'listening', {
    what: 'the service starts',
    givesUp: () => (leash.running ? undefined : `it ended:\n${leash.output()}`),
  }).catch(async (error: unknown) => {
    await leash.stop()
    throw new Error(leash.output(), { cause: error })
  })
  return {
    url,
    port,
    get running() {
      return leash.running
    },
    processes: leash.processes,
    output: leash.output,
    signal: leash.signal,
    stop: leash.stop,
    ended: leash.ended,
    [Symbol.asyncDispose]: () => leash.stop(),
  }
}
