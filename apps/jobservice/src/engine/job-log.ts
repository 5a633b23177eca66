/** Characters that the log of one attempt may have. */
const LIMIT = 16 * 1024 * 1024
/** Characters that a line may have, and those that are written at once: so much is read at once, too. */
const [LINE, PIECE] = [10_000, 65_536]
/** How many lines are kept of what comes after the limit: the last ones hold the outcome. */
const TAIL = 20

/**
 * The log of one attempt: lines with the time, written in batches. Whatever comes after `limit` is left out, but for the last
 * lines.
 */
export class JobLog {
  #waiting = ''
  #length = 0
  #leftOut = 0
  readonly #tail: string[] = []
  #writing: Promise<void> = Promise.resolve()

  /** @param write appends whole lines to what is kept */
  constructor(
    private readonly write: (text: string) => Promise<void>,
    private readonly limit = LIMIT,
  ) {}

  add(text: string): void {
    // One line each, and no character that PostgreSQL refuses.
    const plain = text
      .slice(0, LINE)
      .toWellFormed()
      .replaceAll(/[\0\r\n]+/g, ' ')
    const line = `${new Date().toISOString()} ${plain}${text.length > LINE ? '…' : ''}\n`
    if (this.#length + line.length <= this.limit) {
      this.#length += line.length
      this.#waiting += line
      return
    }
    this.#length = this.limit
    this.#tail.push(line)
    if (this.#tail.length <= TAIL) return
    this.#tail.shift()
    this.#leftOut += 1
  }

  /** Writes what is waiting. What could not be written waits for the next time. */
  flush(): Promise<void> {
    this.#writing = this.#writing.catch(() => {}).then(() => this.#writeOut())
    return this.#writing
  }

  /** Writes everything, the last lines too. */
  close(): Promise<void> {
    if (this.#leftOut > 0) this.#waiting += `(${this.#leftOut} lines are left out here)\n`
    this.#waiting += this.#tail.splice(0).join('')
    this.#leftOut = 0
    return this.flush()
  }

  async #writeOut(): Promise<void> {
    while (this.#waiting !== '') {
      const piece = beginningOf(this.#waiting)
      this.#waiting = this.#waiting.slice(piece.length)
      try {
        await this.write(piece)
      } catch (error) {
        this.#waiting = piece + this.#waiting
        throw error
      }
    }
  }
}

/** Whole lines, of which each is shorter than a piece. */
const beginningOf = (text: string) =>
  text.length <= PIECE ? text : text.slice(0, text.lastIndexOf('\n', PIECE - 1) + 1)
