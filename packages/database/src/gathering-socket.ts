import { Socket } from 'node:net'

type Data = string | Uint8Array
type Done = (error?: Error | null) => void

/**
 * A connection to PostgreSQL that sends what is written in one turn of the event loop in one system call: the first statement of a
 * transaction travels with its `begin`, and PostgreSQL is woken once for both.
 */
export class GatheringSocket extends Socket {
  #isGathering = false

  constructor() {
    super()
    // `connect` puts a `write` of its own in the way of the one below.
    this.once('connect', () => Reflect.deleteProperty(this, 'write'))
  }

  override cork(): void {
    super.cork()
    if (this.#isGathering) return
    this.#isGathering = true
    super.cork()
    process.nextTick(() => {
      this.#isGathering = false
      this.uncork()
    })
  }

  override write(data: Data, done?: Done): boolean
  override write(data: Data, encoding?: BufferEncoding, done?: Done): boolean
  override write(data: Data, encoding?: BufferEncoding | Done, done?: Done): boolean {
    this.cork()
    const isReady = typeof encoding === 'function' ? super.write(data, encoding) : super.write(data, encoding, done)
    this.uncork()
    return isReady
  }
}
