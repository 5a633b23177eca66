import { spawn, type ChildProcess } from 'node:child_process'
import { text } from 'node:stream/consumers'

export interface CommandOptions {
  readonly cwd?: string
  /** The whole environment of the command; this process's own unless given. */
  readonly env?: NodeJS.ProcessEnv
  readonly input?: string
  /** Milliseconds before the command is killed; 5 minutes unless told. */
  readonly timeoutMs?: number
}

export interface CommandResult {
  readonly command: string
  /** Exit code; 128 + signal number is not used: a killed command has -1. */
  readonly code: number
  readonly stdout: string
  readonly stderr: string
  readonly milliseconds: number
}

export interface RunningCommand {
  readonly process: ChildProcess
  readonly finished: Promise<CommandResult>
}

/** Starts a program without a shell. `finished` never rejects for an exit code; it does when the program is not there. */
export function startCommand(program: string, args: readonly string[], options: CommandOptions = {}): RunningCommand {
  const started = Date.now()
  const child = spawn(program, args, {
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    env: options.env ?? process.env,
    timeout: options.timeoutMs ?? 300_000,
    killSignal: 'SIGKILL',
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  // A program that ends without reading its input is no fault of the test.
  child.stdin.on('error', () => undefined)
  child.stdin.end(options.input ?? '')
  const output = Promise.all([text(child.stdout), text(child.stderr)])
  const finished = new Promise<number>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? -1))
  }).then(async (code) => {
    const [stdout, stderr] = await output
    return { command: [program, ...args].join(' '), code, stdout, stderr, milliseconds: Date.now() - started }
  })
  return { process: child, finished }
}

/** Runs a program to its end, whatever its exit code. */
export function runCommand(
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  return startCommand(program, args, options).finished
}

/**
 * Runs a program that has to succeed, and gives its standard output without the space around it.
 *
 * @throws {Error} with the last lines it printed, when it exits with another code than 0
 */
export async function succeed(program: string, args: readonly string[], options: CommandOptions = {}): Promise<string> {
  return expectSuccess(await runCommand(program, args, options)).stdout.trim()
}

/** @throws {Error} with the last lines the command printed, when its exit code is not 0 */
export function expectSuccess(result: CommandResult): CommandResult {
  if (result.code === 0) return result
  const tail = `${result.stdout}\n${result.stderr}`.trim().split('\n').slice(-40).join('\n')
  throw new Error(`exit code ${result.code} from: ${result.command}\n${tail}`)
}
