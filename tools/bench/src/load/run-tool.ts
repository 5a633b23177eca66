import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { LoadError } from './outcome.js'

/**
 * glibc gives large memory back to the kernel whenever it is freed, and a tool that makes one large message after the other would spend
 * most of its time on getting it anew: time that the servers, which share its processors, then lack.
 */
const KEEP_MEMORY = { MALLOC_MMAP_THRESHOLD_: String(32 * 1024 ** 2), MALLOC_TRIM_THRESHOLD_: String(4 * 1024 ** 3) }

/**
 * Runs a load generator to its end and returns its standard output.
 *
 * @param seconds how long it means to run; it is killed 30 s after that
 * @throws {LoadError} with what it wrote when it fails
 */
export async function runTool(command: string, args: readonly string[], seconds: number): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(command, args, {
      env: { ...process.env, ...KEEP_MEMORY },
      timeout: (seconds + 30) * 1000,
      killSignal: 'SIGKILL',
      maxBuffer: 4 * 1024 * 1024,
    })
    return stdout
  } catch (error) {
    throw new LoadError(error instanceof Error ? error.message.trim() : `${command} failed`, { cause: error })
  }
}
