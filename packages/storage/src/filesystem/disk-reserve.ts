import { statfs } from 'node:fs/promises'
import { StorageFullError } from '../errors.js'

const MIB = 1024 ** 2
/** How long a look at the disk is good for. */
const LIFE_MS = 1000

/** Bytes that uploads leave free, for the database on the same disk and for deleting; `auto`: by the disk's size. */
export type Reserve = number | 'auto'

/** 5 % of the disk, but at least 256 MiB and at most 5 GiB; on a small disk a fifth of it. */
export function reserveOf(total: number): number {
  return Math.floor(Math.min(Math.max(256 * MIB, total / 20), 5120 * MIB, total / 5))
}

export class DiskReserve {
  #last: { readonly room: Promise<number>; readonly until: number } | undefined

  constructor(
    private readonly folder: string,
    private readonly reserve: Reserve,
  ) {}

  /** @throws {StorageFullError} where `bytes` more would reach into the reserve */
  async admit(bytes: number): Promise<void> {
    if (this.reserve === 0) return
    if (!this.#last || this.#last.until < Date.now())
      this.#last = { room: this.#measure(), until: Date.now() + LIFE_MS }
    if ((await this.#last.room) < bytes) throw new StorageFullError('the disk is full up to its reserve')
  }

  /** Bytes above the reserve; below zero inside it. */
  async #measure(): Promise<number> {
    const { bavail, blocks, bsize } = await statfs(this.folder)
    return bavail * bsize - (this.reserve === 'auto' ? reserveOf(blocks * bsize) : this.reserve)
  }
}
