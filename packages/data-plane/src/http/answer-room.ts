import { MemoryRoom } from '@berth/oci'

/** An answer on its way, which its connection has not taken yet. */
interface Underway {
  /** When it may be broken off. */
  readonly until: number
  readonly breakOff: () => void
}

/**
 * Room for the bytes of large answers until the system has taken them for their connections: a client that reads nothing leaves them in the
 * memory of the process. While others wait for room, the oldest answer is broken off once it has had its time, so that nobody keeps the room for ever.
 */
export class AnswerRoom {
  readonly #room: MemoryRoom
  readonly #underway = new Set<Underway>()
  #timer: NodeJS.Timeout | undefined

  /**
   * @param bytes   of all answers
   * @param time    milliseconds that one of so many bytes has in any case
   * @param waiting how long one waits for room, and how many may
   */
  constructor(
    bytes: number,
    private readonly time: (bytes: number) => number,
    waiting: { readonly patience: number; readonly longest: number },
  ) {
    this.#room = new MemoryRoom(bytes, waiting.patience, waiting.longest)
  }

  /**
   * @param wanted   bytes of a large one
   * @param breakOff ends the answer, and gives back its place
   * @param gone     aborts where the client has gone
   * @param waits    whether it may wait for room; what is in memory already may not
   * @throws {DistributionError} TOOMANYREQUESTS; the reason of `gone`
   */
  async take(wanted: number, breakOff: () => void, gone: AbortSignal, waits: boolean): Promise<Disposable> {
    const taking = this.#room.take(wanted, gone, waits)
    this.#press()
    const place = await taking.catch((error: unknown) => {
      if (!waits) this.#press(true)
      throw error
    })
    const one = { until: performance.now() + this.time(wanted), breakOff }
    this.#underway.add(one)
    return {
      [Symbol.dispose]: () => {
        this.#underway.delete(one)
        place[Symbol.dispose]()
        this.#press()
      },
    }
  }

  /** Breaks off the oldest one where somebody waits and it has had its time, or looks again when it will have. */
  #press(isWanted = this.#room.isWanted): void {
    clearTimeout(this.#timer)
    const [oldest] = this.#underway
    if (!oldest || !isWanted) return
    const left = oldest.until - performance.now()
    if (left > 0) this.#timer = setTimeout(() => this.#press(), left).unref()
    else oldest.breakOff()
  }
}
