import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { LoadError } from './outcome.js'

/**
 * Runs a load generator to its end and returns its standard output.
 *
 * @param seconds how long it means to run; it is killed 30 s after that
 * @throws {LoadError} with what it wrote when it fails
 */
export async function runTool(command: string, args: readonly string[], seconds: number): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(command, args, {
      timeout: (seconds + 30) * 1000,
      killSignal: 'SIGKILL',
      maxBuffer: 4 * 1024 * 1024,
    })
    return stdout
  } catch (error) {
    throw new LoadError(error instanceof Error ? error.message.trim() : `${command} failed`, { cause: error })
  }
}
