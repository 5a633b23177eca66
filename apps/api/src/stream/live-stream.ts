import { Readable } from 'node:stream'
import type { LiveChange } from '@berth/contracts'

/** Bytes that wait for a reader who takes none; batches that wait for the database. */
const [MAX_BYTES, MAX_WAITING] = [256 * 1024, 50]

/** One open stream: whole events in the form of server-sent events. A reader that is too slow is let go, and comes again. */
export class LiveStream {
  readonly output = new Readable({ read() {} })
  #work: Promise<void> = Promise.resolve()
  #waiting = 0

  /** @param choose which of the changes its reader may hear of */
  constructor(private readonly choose: (changes: readonly LiveChange[]) => Promise<readonly LiveChange[]>) {
    // After a broken line a browser waits so long.
    this.#send('retry: 5000\n\n')
  }

  /** One batch after the other. */
  hear(changes: readonly LiveChange[]): void {
    if (this.#waiting >= MAX_WAITING) return this.end()
    this.#waiting += 1
    const before = this.#work
    this.#work = this.#tell(before, changes)
  }

  /** Whatever the reader shows may be old. */
  miss(): void {
    this.#send('event: reset\ndata: {}\n\n')
  }

  beat(): void {
    this.#send(': \n\n')
  }

  end(): void {
    this.output.destroy()
  }

  async #tell(before: Promise<void>, changes: readonly LiveChange[]): Promise<void> {
    await before
    try {
      for (const { id, ...change } of await this.choose(changes)) {
        this.#send(`id: ${id}\nevent: change\ndata: ${JSON.stringify(change)}\n\n`)
      }
    } catch {
      this.end()
    } finally {
      this.#waiting -= 1
    }
  }

  #send(text: string): void {
    if (this.output.destroyed) return
    if (this.output.readableLength > MAX_BYTES) this.end()
    else this.output.push(text)
  }
}
