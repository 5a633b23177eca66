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

/** What `statfs` tells of a disk. */
interface Disk {
  readonly blocks: number
  readonly bavail: number
  readonly bsize: number
  readonly files: number
  readonly ffree: number
}

/** Files that uploads leave room for: a database makes some with each change of size. On a small disk a twentieth of all. */
const RESERVED_FILES = 2000

/**
 * Bytes above the reserve; below zero inside it, and where hardly a file more has room: a disk may have no place for those though it has
 * free bytes. File systems that make such places as they need them count none.
 */
export function roomOn({ blocks, bavail, bsize, files, ffree }: Disk, reserve: Reserve): number {
  if (files > 0 && ffree < Math.min(RESERVED_FILES, files / 20)) return Number.NEGATIVE_INFINITY
  return bavail * bsize - (reserve === 'auto' ? reserveOf(blocks * bsize) : reserve)
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
    if (!this.#last || this.#last.until < Date.now()) this.#last = { room: this.#look(), until: Date.now() + LIFE_MS }
    if ((await this.#last.room) < bytes) throw new StorageFullError('the disk is full up to its reserve')
  }

  async #look(): Promise<number> {
    return roomOn(await statfs(this.folder), this.reserve)
  }
}
