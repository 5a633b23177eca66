import { IMPORT_JOB, type Actor } from '@berth/contracts'
import type { Database } from '../../database/database.js'
import { CommandExecutions } from '../../operation/executions/command-executions.js'

const BEAT_MS = 3_000
/** Characters of a log that wait to be written. */
const MOST_WAITING = 256 * 1024

/** One part of an import. */
export interface ImportTask {
  say(line: string): void
  /** How far it is. */
  tell(progress: object): void
  /** @param error why it is not whole; absent: it is */
  end(error?: string): Promise<void>
}

/**
 * An import as administrators see it among the runs of jobs: an execution that no worker takes, with a task for each repository. While the
 * command is at work it keeps the leases. Stopped there, it ends here; where it falls silent, the jobservice ends it.
 */
export class ImportRun implements AsyncDisposable {
  readonly #lines = new Map<number, string>()
  readonly #progress = new Map<number, object>()
  readonly #stop = new AbortController()
  readonly #timer: NodeJS.Timeout
  #counts = { total: 0, done: 0, failed: 0 }
  #hasEnded = false

  private constructor(
    private readonly executions: CommandExecutions,
    private readonly id: number,
  ) {
    this.#timer = setInterval(() => void this.#beat().catch(() => undefined), BEAT_MS)
  }

  /** Whatever import from there was under way ends: its command was killed, or sees within seconds that this one goes on for it. */
  static async start(database: Database, source: string, total: number, actor: Actor): Promise<ImportRun> {
    const executions = new CommandExecutions(database)
    const command = { job: IMPORT_JOB, payload: { source }, replaced: 'Another import from there goes on for it.' }
    const run = new ImportRun(executions, await executions.begin(command, actor))
    run.#counts.total = total
    await run.#beat()
    return run
  }

  /** Fires where somebody stops it. */
  get stopped(): AbortSignal {
    return this.#stop.signal
  }

  say(line: string): void {
    this.#add(this.id, line)
  }

  async task(repository: string): Promise<ImportTask> {
    const id = await this.executions.addTask(this.id, { repository })
    if (id === undefined) throw this.#gone()
    return {
      say: (line) => this.#add(id, line),
      tell: (progress) => void this.#progress.set(id, progress),
      end: async (error) => {
        this.#counts[error === undefined ? 'done' : 'failed'] += 1
        await this.#settle(id, {}, error)
      },
    }
  }

  /** @param error why it has failed; absent: it has not */
  async end(result: object, error?: string): Promise<void> {
    this.#hasEnded = true
    await this.#beat()
    await this.#settle(this.id, result, error)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#timer)
    if (!this.#hasEnded) await this.end({}, 'The command was ended before its time: give it again, and it goes on.')
  }

  async #settle(id: number, result: object, error: string | undefined): Promise<void> {
    await this.#write(id)
    await this.executions.end(id, result, error)
  }

  /** Says that it goes on, and writes what has been told since. */
  async #beat(): Promise<void> {
    const goesOn = await this.executions.keep(this.id, this.#counts)
    if (!goesOn && !this.#hasEnded) this.#stop.abort(this.#gone())
    for (const id of new Set([...this.#lines.keys(), ...this.#progress.keys()])) await this.#write(id)
  }

  async #write(id: number): Promise<void> {
    const [lines, progress] = [this.#lines.get(id), this.#progress.get(id)]
    this.#lines.delete(id)
    this.#progress.delete(id)
    if (lines !== undefined) await this.executions.log(id, lines)
    if (progress !== undefined) await this.executions.tell(id, progress)
  }

  #add(id: number, line: string): void {
    const before = this.#lines.get(id) ?? ''
    if (before.length < MOST_WAITING) this.#lines.set(id, `${before}${new Date().toISOString()} ${line}\n`)
  }

  #gone(): Error {
    return new Error('The import was stopped, another one goes on for it, or the database was away for too long.')
  }
}
