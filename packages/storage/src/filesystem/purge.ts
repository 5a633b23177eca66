import { lstat, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { uploadOf } from './layout.js'

interface Entry {
  readonly path: string
  readonly name: string
  readonly touched: Date
}

/** Drops uploads none of whose files was written since `before`. @returns how many */
export async function purgeStaleUploads(folder: string, before: Date): Promise<number> {
  const uploads = Map.groupBy(await entriesOf(folder), ({ name }) => uploadOf(name))
  let purged = 0
  for (const files of uploads.values()) {
    if (files.some(({ touched }) => touched >= before)) continue
    for (const { path } of files) await rm(path, { recursive: true, force: true })
    purged += 1
  }
  return purged
}

/** Drops files not written since `before`. @returns how many */
export async function purgeStaleFiles(folder: string, before: Date): Promise<number> {
  const stale = (await entriesOf(folder)).filter(({ touched }) => touched < before)
  for (const { path } of stale) await rm(path, { recursive: true, force: true })
  return stale.length
}

async function entriesOf(folder: string): Promise<Entry[]> {
  const entries: Entry[] = []
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    // It may be gone meanwhile.
    const found = await lstat(path).catch(() => undefined)
    if (found) entries.push({ path, name, touched: found.mtime })
  }
  return entries
}
