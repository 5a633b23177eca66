import { spawn } from 'node:child_process'
import { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { childrenOf, processTree } from './process-tree.js'

/**
 * The process runs under a shell that holds one end of a pipe. Words written to the pipe are signals for the process;
 * end of file means that whoever started it is gone (crash, `kill -9`), and then the process is stopped and its folder removed.
 */
const SCRIPT = `
final=$1 folder=$2; shift 2
orphaned=
trap 'orphaned=1' USR1
exec 3<&0 0</dev/null
"$@" 3<&- & pid=$!
{
  while read -r word <&3; do kill -s "$word" "$pid"; done
  kill -s USR1 $$
  kill -s "$final" "$pid"
  sleep 10
  kill -s KILL "$pid"
} >/dev/null 2>&1 & watcher=$!
exec 3<&-
while kill -s 0 "$pid" 2>/dev/null; do wait "$pid"; done
kill "$watcher" 2>/dev/null
[ -n "$orphaned" ] && [ -n "$folder" ] && rm -rf "$folder"
`

const OUTPUT_LIMIT = 256 * 1024

export type LeashSignal = 'TERM' | 'INT' | 'QUIT' | 'KILL' | 'HUP' | 'USR1' | 'STOP' | 'CONT'

export interface LeashOptions {
  readonly command: string
  readonly args: readonly string[]
  readonly env?: NodeJS.ProcessEnv
  readonly cwd?: string
  /** User and group ids to run as. Needs root. */
  readonly owner?: { readonly uid: number; readonly gid: number } | undefined
  /** What asks the process to stop. */
  readonly stopSignal: LeashSignal
  /** Removed when the starter dies without having stopped the process. */
  readonly folder?: string
}

/** A child process that never outlives its starter. */
export interface Leash {
  /** The shell that holds the process; the process is its child. Undefined when it could not be started. */
  readonly pid: number | undefined
  /** The process and its descendants, parents first. @throws {Error} when it does not run */
  readonly processes: () => Promise<number[]>
  /** True until the process has ended. */
  readonly running: boolean
  /** The last 256 KiB of standard output and standard error. */
  readonly output: () => string
  readonly signal: (signal: LeashSignal) => void
  /** Asks the process to stop, kills it after `graceMs`, and resolves when it has ended. */
  readonly stop: (graceMs?: number) => Promise<void>
  /** Resolves when the process has ended, however that came; until then the starter does not end by itself. */
  readonly ended: () => Promise<void>
}

export function startOnLeash(options: LeashOptions): Leash {
  const child = spawn(
    '/bin/sh',
    ['-c', SCRIPT, 'leash', options.stopSignal, options.folder ?? '', options.command, ...options.args],
    {
      stdio: 'pipe',
      // Its own session: a Ctrl-C in the terminal reaches it through the leash only, in order.
      detached: true,
      env: options.env ?? process.env,
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      ...options.owner,
    },
  )
  let output = ''
  const collect = (chunk: string) => {
    output = (output + chunk).slice(-OUTPUT_LIMIT)
  }
  child.stdout.setEncoding('utf8').on('data', collect)
  child.stderr.setEncoding('utf8').on('data', collect)
  // The pipe breaks when the process ends first; `ended` tells that.
  child.stdin.on('error', () => {})

  let running = true
  const end = new Promise<void>((resolve) => {
    const finish = () => {
      running = false
      resolve()
    }
    child.once('exit', finish)
    child.once('error', (error) => {
      collect(`${error.message}\n`)
      finish()
    })
  })

  // A starter that has nothing else to do may end; the leash then stops the process.
  child.unref()
  for (const stream of [child.stdin, child.stdout, child.stderr]) if (stream instanceof Socket) stream.unref()

  const signal = (name: LeashSignal) => {
    if (running) child.stdin.write(`${name}\n`)
  }
  return {
    pid: child.pid,
    async processes() {
      const [program] = child.pid === undefined ? [] : await childrenOf(child.pid)
      if (program === undefined) throw new Error('The process does not run.')
      return processTree(program)
    },
    get running() {
      return running
    },
    output: () => output,
    signal,
    ended() {
      if (running) child.ref()
      return end
    },
    async stop(graceMs = 15_000) {
      if (!running) return
      child.ref()
      signal(options.stopSignal)
      const patience = new AbortController()
      const late = sleep(graceMs, true, { signal: patience.signal }).catch(() => false)
      if (await Promise.race([end.then(() => false), late])) signal('KILL')
      await end
      patience.abort()
    },
  }
}
