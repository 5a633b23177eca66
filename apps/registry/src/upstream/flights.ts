import { createHash } from 'node:crypto'
import { open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import type { AdvisoryLock, AdvisoryLocks } from '@berth/database'
import type { ByteRange } from '@berth/oci'
import type { Logger } from '@berth/telemetry'
import { follow, openFlight } from './follow.js'
import { UpstreamError } from './upstream-error.js'

/** Milliseconds for which somebody waits for a download that another process begins or ends, and between two looks. */
const [PATIENCE, LOOK] = [60_000, 50]
const SETTLING = 5_000
/** Downloads of one process at a time. */
const MOST = 200
/** Milliseconds after which nobody writes a file any more that has not grown: an upstream that sends nothing is not waited for so long. */
const ABANDONED = 5 * 60_000

/** What a file is called says how long it is to be. */
const FILE = /^flight-[0-9a-f]{64}-(\d+)$/
const fileOf = ({ key, size }: Pick<Cargo, 'key' | 'size'>) =>
  `flight-${createHash('sha256').update(key).digest('hex')}-${size}`

/** What is brought here once, for whoever wants it meanwhile. */
export interface Cargo {
  /** Tells it from others among all processes. */
  readonly key: string
  readonly size: number
  /** Verified: what is something else ends with an error. */
  open(signal: AbortSignal): Readable
  /** Whether it is here by now. */
  isHere(): Promise<boolean>
  /** Where it is here. */
  read(range: ByteRange): Promise<Readable>
  /** Takes the file, which is gone afterwards. */
  land(path: string): Promise<void>
  /** Kilobits a second. */
  readonly kilobits?: number | undefined
}

/** Reads what is being brought, from any place, while it comes. */
export type Follow = (range: ByteRange) => AsyncIterable<Buffer>

/**
 * Downloads, each made by one process for all. The bytes go to a file of the spool folder, which everybody reads as it grows, the client it
 * is made for not otherwise than those of other processes. Its last piece is written when the whole is known to be right: a file of full
 * length is what it should be. Whoever is killed leaves a file that nobody holds the lock of, and the next one begins anew.
 */
export class Flights implements AsyncDisposable {
  readonly #stop = new AbortController()
  readonly #own = new Set<Promise<void>>()

  constructor(
    private readonly spool: string,
    private readonly locks: AdvisoryLocks,
    private readonly logger: Logger,
  ) {}

  /** @returns 'here' where nothing has to be brought any more @throws {UpstreamError} */
  async join(cargo: Cargo): Promise<Follow | 'here'> {
    const path = join(this.spool, fileOf(cargo))
    const until = performance.now() + PATIENCE
    while (performance.now() < until) {
      if (await cargo.isHere()) return 'here'
      const lock = await this.locks.tryTake(cargo.key)
      if (lock) {
        // Somebody may have ended between the two.
        if (await cargo.isHere()) {
          await lock[Symbol.asyncDispose]()
          return 'here'
        }
        await this.#begin(cargo, path, lock)
      }
      const file = await openFlight(path)
      if (file) {
        await file.close()
        return (range) => this.#read(cargo, path, range)
      }
      await sleep(LOOK)
    }
    throw new UpstreamError('the blob is being brought here, and takes its time: try again', 'too many')
  }

  /** Bytes that are still to come: of this one, and of all others, whoever brings them. */
  async toCome(cargo: Pick<Cargo, 'key' | 'size'>): Promise<number> {
    const names = await readdir(this.spool)
    const open = new Map<string, number>()
    for (const name of names) {
      const [, size] = FILE.exec(name) ?? []
      if (size !== undefined) open.set(name, await this.#left(name, Number(size)))
    }
    const own = fileOf(cargo)
    if (!open.has(own)) open.set(own, cargo.size)
    return [...open.values()].reduce((sum, left) => sum + left, 0)
  }

  /** Nothing is left of a file that nobody writes any more. */
  async #left(name: string, size: number): Promise<number> {
    const file = await stat(join(this.spool, name)).catch(() => undefined)
    return file && Date.now() - file.mtimeMs < ABANDONED ? Math.max(0, size - file.size) : 0
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort()
    await Promise.all(this.#own)
  }

  async *#read(cargo: Cargo, path: string, range: ByteRange): AsyncGenerator<Buffer> {
    for (;;) {
      const isWritten = await this.locks.isTaken(cargo.key)
      const file = await openFlight(path)
      if (file) {
        yield* follow(file, range, () => this.locks.isTaken(cargo.key))
        return this.#settle(cargo)
      }
      // It has landed, or is about to.
      if (await cargo.isHere()) return yield* await cargo.read(range)
      if (!isWritten) throw new UpstreamError('the transfer from the upstream broke off')
      await sleep(LOOK)
    }
  }

  /** The client has it all. Another repository than the one that it was brought for gets it as well. */
  async #settle(cargo: Cargo): Promise<void> {
    for (let left = SETTLING / LOOK; left > 0 && !(await cargo.isHere()); left -= 1) await sleep(LOOK)
  }

  async #begin(cargo: Cargo, path: string, lock: AdvisoryLock): Promise<void> {
    try {
      if (this.#own.size >= MOST)
        throw new UpstreamError('too many blobs are being brought here: try again', 'too many')
      await rm(path, { force: true })
      await (await open(path, 'wx', 0o600)).close()
    } catch (error) {
      await lock[Symbol.asyncDispose]()
      throw error
    }
    const flight = this.#land(cargo, path, lock).finally(() => this.#own.delete(flight))
    this.#own.add(flight)
  }

  async #land(cargo: Cargo, path: string, lock: AdvisoryLock): Promise<void> {
    try {
      await this.#fly(cargo, path, AbortSignal.any([this.#stop.signal, lock.lost]))
    } catch (error) {
      this.logger.warn({ err: error, blob: cargo.key }, 'a blob could not be brought here')
    }
    // Only while nobody else can have begun.
    if (!lock.lost.aborted) await rm(path, { force: true }).catch(() => undefined)
    await lock[Symbol.asyncDispose]()
  }

  async #fly(cargo: Cargo, path: string, signal: AbortSignal): Promise<void> {
    const file = await open(path, 'r+')
    const source = cargo.open(signal)
    try {
      let held: Buffer | undefined
      let size = 0
      const began = performance.now()
      for await (const piece of source as AsyncIterable<Buffer>) {
        if (held) await file.appendFile(held)
        held = piece
        size += piece.length
        if (size > cargo.size) throw new UpstreamError('the upstream sends more than it said')
        await this.#slow(cargo, size, began, signal)
      }
      if (size !== cargo.size) throw new UpstreamError('the upstream sends less than it said')
      signal.throwIfAborted()
      if (held) await file.appendFile(held)
    } finally {
      source.destroy()
      await file.close()
    }
    await cargo.land(path)
  }

  /** Waits until so much may have come. */
  async #slow({ kilobits }: Cargo, size: number, began: number, signal: AbortSignal): Promise<void> {
    if (kilobits === undefined) return
    const ahead = (size * 8) / kilobits - (performance.now() - began)
    if (ahead > 1) await sleep(ahead, undefined, { signal })
  }
}
