import { spawn, type ChildProcess } from 'node:child_process'

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
  /** Exit code; -1 of a command that a signal ended. */
  readonly code: number
  readonly stdout: string
  readonly stderr: string
  readonly milliseconds: number
}

export interface RunningCommand {
  readonly process: ChildProcess
  readonly finished: Promise<CommandResult>
  /** Waits until its standard output matches, or it ends. */
  printed(pattern: RegExp): Promise<void>
}

/** Starts a program without a shell. `finished` never rejects for an exit code; it does when the program is not there. */
export function startCommand(program: string, args: readonly string[], options: CommandOptions = {}): RunningCommand {
  const started = Date.now()
  const child = spawn(program, args, {
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    env: options.env ?? process.env,
    timeout: options.timeoutMs ?? 300_000,
    killSignal: 'SIGKILL',
    // Without input none of the pipes of Node.js, which are sockets: at SHLVL 0 bash takes itself for started by rsh then and reads bashrc.
    stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  })
  // A program that ends without reading its input is no fault of the test.
  child.stdin?.on('error', () => undefined)
  child.stdin?.end(options.input)
  let stdout = ''
  let stderr = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const finished = new Promise<CommandResult>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) =>
      resolve({
        command: [program, ...args].join(' '),
        code: code ?? -1,
        stdout,
        stderr,
        milliseconds: Date.now() - started,
      }),
    )
  })
  const printed = (pattern: RegExp): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (pattern.test(stdout)) resolve()
      }
      look()
      child.stdout?.on('data', look)
      child.on('close', () => resolve())
    })
  return { process: child, finished, printed }
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
