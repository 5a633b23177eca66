import { closeSync, fsync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { promisify } from 'node:util'

const syncFile = promisify(fsync)

/** Makes a file's content, or a folder's entries, survive a power cut. */
export async function sync(path: string): Promise<void> {
  // Opening what was written a moment ago costs less than the way to another thread and back.
  const file = openSync(path, 'r')
  try {
    await syncFile(file)
  } finally {
    closeSync(file)
  }
}

/** Makes a folder and those above it. Blocks. @returns the folders whose entries changed: to be synced once the new folder has its content */
export function makeFolder(path: string): string[] {
  const first = mkdirSync(path, { recursive: true })
  if (first === undefined) return []
  const changed: string[] = []
  for (let folder = dirname(path); folder.length >= dirname(first).length; folder = dirname(folder)) {
    changed.push(folder)
    if (folder === dirname(folder)) break
  }
  return changed
}
