import { open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { accepts, startOnLeash, waitUntil, type LeashSignal } from '@berth/testkit'

export interface ServerProcess extends AsyncDisposable {
  /** The shell that holds the process. */
  readonly pid: number
  /** `kill -9`. Resolves when it has ended. */
  kill(): Promise<void>
}

export interface ServerProcessOptions {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  readonly port: number
  /** Takes what it writes, as it would when installed: a pipe to the bench would cost the bench CPU. */
  readonly logFile: string
  readonly stopSignal: LeashSignal
}

async function end(file: string): Promise<string> {
  await using handle = await open(file)
  const { size } = await handle.stat()
  const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(4096), position: Math.max(0, size - 4096) })
  return buffer.toString('utf8', 0, bytesRead)
}

/**
 * Starts a process that ends with the bench at the latest, and waits until it accepts connections.
 *
 * @throws {Error} with the end of its log when it does not
 */
export async function startServer(options: ServerProcessOptions): Promise<ServerProcess> {
  const leash = startOnLeash({
    command: '/bin/sh',
    args: ['-c', 'log=$1; shift; exec "$@" >>"$log" 2>&1', 'sh', options.logFile, options.command, ...options.args],
    cwd: dirname(options.logFile),
    stopSignal: options.stopSignal,
  })
  try {
    await waitUntil(() => accepts(options.port), {
      what: `${options.name} starts`,
      givesUp: () => (leash.running ? undefined : 'it ended'),
    })
  } catch (error) {
    await leash.stop()
    throw new Error(`${options.name} does not start: ${await end(options.logFile).catch(() => leash.output())}`, {
      cause: error,
    })
  }
  if (leash.pid === undefined) throw new Error(`${options.name} has no process id`)
  return {
    pid: leash.pid,
    kill() {
      leash.signal('KILL')
      return leash.ended()
    },
    [Symbol.asyncDispose]: () => leash.stop(),
  }
}
