import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface, type Interface } from 'node:readline'
import { buildGoProgram } from './go-program.js'
import type { Credentials } from './docker.js'

const SOURCES = join(import.meta.dirname, '../../go-client')

/** What the client made of an answer: its types dropped whatever they do not know. */
export interface GoAnswer {
  // Scenarios look into answers of any shape.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly Payload?: any
  readonly Location?: string
}

/** Harbor's own client for Go, as it is published, kept running to be asked one operation after the other. */
export class GoClient implements AsyncDisposable {
  readonly #lines: AsyncIterator<string>
  /** The operations that were asked for, by Harbor's ids in the client's spelling. */
  readonly asked = new Set<string>()

  private constructor(
    private readonly process: ChildProcess,
    lines: Interface,
  ) {
    this.#lines = lines[Symbol.asyncIterator]()
  }

  /** @throws {NoGoProgram} where it cannot be built */
  static async open(url: string, { username, password }: Credentials): Promise<GoClient> {
    const env = { ...process.env, HARBOR_URL: url, HARBOR_USERNAME: username, HARBOR_PASSWORD: password }
    const started = spawn(await buildGoProgram(SOURCES), { env, stdio: ['pipe', 'pipe', 'inherit'] })
    return new GoClient(started, createInterface({ input: started.stdout }))
  }

  /**
   * @param params by the names of the client's fields; letters may be of either case
   * @throws {Error} with what the client says of an answer that it takes for a failure, or cannot read
   */
  async call(service: string, operation: string, params: object = {}): Promise<GoAnswer> {
    this.asked.add(operation)
    this.process.stdin?.write(`${JSON.stringify({ service, operation, params })}\n`)
    const { value, done } = await this.#lines.next()
    if (done === true) throw new Error(`The client ended at ${operation}.`)
    const { answer, error } = JSON.parse(value)
    if (error !== undefined) throw new Error(`${operation}: ${error}`)
    return answer ?? {}
  }

  /** Makes something. @returns its id, which the last part of its address is */
  async make(service: string, operation: string, params: object): Promise<number> {
    const { Location = '' } = await this.call(service, operation, params)
    return Number(Location.split('/').at(-1))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const ended = once(this.process, 'exit')
    this.process.stdin?.end()
    await ended
  }
}
