import { readdir, stat } from 'node:fs/promises'
import { LRUCache } from 'lru-cache'
import { unlessMissing } from './errors.js'

interface Listing {
  readonly version: bigint
  readonly names: readonly string[]
}

/** A change within the same tick of the file system's clock as a listing would not be seen later. Nanoseconds. */
const tick = 2_000_000_000n
/** Longer listings are read each time: memory stays flat. */
const longest = 20_000

/** Sorted names of the entries of folders, read again only where a folder has changed, by whatever program. */
export class FolderNames {
  private readonly listings = new LRUCache<string, Listing>({ max: 64 })

  /** In byte order of plain ASCII; undefined where there is no such folder. */
  async list(folder: string): Promise<readonly string[] | undefined> {
    const found = await unlessMissing(stat(folder, { bigint: true }))
    if (found === undefined) return undefined
    const known = this.listings.get(folder)
    if (known?.version === found.mtimeNs) return known.names
    const names = await unlessMissing(readdir(folder))
    names?.sort()
    const isSettled = BigInt(Date.now()) * 1_000_000n - found.mtimeNs > tick
    if (names !== undefined && isSettled && names.length <= longest)
      this.listings.set(folder, { version: found.mtimeNs, names })
    return names
  }
}
