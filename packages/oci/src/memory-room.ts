import { DistributionError } from './errors.js'

/** Bytes that need no room: what nearly every manifest is. */
export const SMALL_DOCUMENT = 64 * 1024

interface Waiting {
  readonly bytes: number
  readonly enter: (taken: Disposable) => void
}

/**
 * How many bytes of large documents a process has in memory at the same time. What comes beyond waits for its turn, in the order in which it
 * came: one document is bounded by itself, and without this a hundred of them together would not be.
 */
export class MemoryRoom {
  #free: number
  readonly #waiting: Waiting[] = []

  /**
   * @param bytes    of all of it
   * @param patience milliseconds for which a document waits
   * @param longest  how many may wait: some of them are in memory already
   */
  constructor(
    private readonly bytes: number,
    private readonly patience: number,
    private readonly longest: number,
  ) {
    this.#free = bytes
  }

  /**
   * @param wanted bytes of the document; one that is larger than all the room waits for all of it
   * @param gone   aborts where nobody wants it any more
   * @param waits  whether it may wait; what is in memory already may not
   * @throws {DistributionError} TOOMANYREQUESTS where its turn does not come; the reason of `gone` where that aborts before
   */
  async take(wanted: number, gone?: AbortSignal, waits = true): Promise<Disposable> {
    gone?.throwIfAborted()
    if (wanted <= SMALL_DOCUMENT) return this.#taken(0)
    const bytes = Math.min(wanted, this.bytes)
    if (this.#waiting.length === 0 && bytes <= this.#free) return this.#taken(bytes)
    if (!waits || this.#waiting.length >= this.longest) throw tooMany()
    const { promise, resolve, reject } = Promise.withResolvers<Disposable>()
    const waiting = { bytes, enter: resolve }
    this.#waiting.push(waiting)
    const giveUp = () => {
      const place = this.#waiting.indexOf(waiting)
      if (place < 0) return
      this.#waiting.splice(place, 1)
      reject(gone?.aborted ? gone.reason : tooMany())
      // Behind it may stand a smaller one, which there is room for.
      this.#admit()
    }
    const patience = setTimeout(giveUp, this.patience)
    gone?.addEventListener('abort', giveUp)
    return promise.finally(() => {
      clearTimeout(patience)
      gone?.removeEventListener('abort', giveUp)
    })
  }

  /** Whether somebody waits. */
  get isWanted(): boolean {
    return this.#waiting.length > 0
  }

  #taken(bytes: number): Disposable {
    this.#free -= bytes
    let isHeld = true
    return {
      [Symbol.dispose]: () => {
        if (isHeld) this.#free += bytes
        isHeld = false
        this.#admit()
      },
    }
  }

  #admit(): void {
    while (this.#waiting[0] && this.#waiting[0].bytes <= this.#free) {
      const { bytes, enter } = this.#waiting.shift() ?? this.#waiting[0]
      enter(this.#taken(bytes))
    }
  }
}

const tooMany = () => new DistributionError('TOOMANYREQUESTS', 'too many large documents at the same time, try again')

/**
 * For manifests, and configs of images, that are parsed and stored: as objects they take more than ten times their bytes. The heap of a
 * process has room for three of the largest.
 */
export const documentsAtWork = new MemoryRoom(12 * 1024 * 1024, 60_000, 1_000)
