import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { hasCode, unlessMissing } from './errors.js'

/** Makes a folder's entries survive a power cut. */
export async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Makes a folder with those above it. @returns the folders that got new entries by it */
async function makeFolder(path: string): Promise<string[]> {
  const first = await mkdir(path, { recursive: true })
  if (first === undefined) return []
  const changed: string[] = []
  for (let folder = dirname(path); folder.length >= dirname(first).length; folder = dirname(folder)) {
    changed.push(folder)
    if (folder === dirname(folder)) break
  }
  return changed
}

async function writeOnce(folder: string, name: string, content: Uint8Array | string): Promise<void> {
  const changed = await makeFolder(folder)
  const temporary = join(folder, `.${name}-${randomUUID()}`)
  try {
    const handle = await open(temporary, 'wx', 0o644)
    try {
      await handle.writeFile(content)
      await handle.datasync()
    } finally {
      await handle.close()
    }
    await rename(temporary, join(folder, name))
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw error
  }
  for (const path of [folder, ...changed]) await syncFolder(path)
}

/** Writes a file whole or not at all, and lets it survive a power cut before it returns. Makes the folders above. */
export async function writeDurably(folder: string, name: string, content: Uint8Array | string): Promise<void> {
  try {
    await writeOnce(folder, name, content)
  } catch (error) {
    // Somebody tidied the empty folder away between its making and its use.
    if (!hasCode(error, 'ENOENT')) throw error
    await writeOnce(folder, name, content)
  }
}

/** Removes a file so that it stays removed. Removing what is not there succeeds. @returns whether it was there */
export async function removeDurably(folder: string, name: string): Promise<boolean> {
  try {
    await rm(join(folder, name))
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return false
    throw error
  }
  await unlessMissing(syncFolder(folder))
  return true
}

/**
 * Removes a folder with all it holds, in one step for whoever looks at it: it is renamed into `bin`, a folder of the same file
 * system, and emptied there.
 *
 * @returns whether it was there
 */
export async function removeFolderAtOnce(path: string, bin: string): Promise<boolean> {
  await mkdir(bin, { recursive: true })
  const away = join(bin, randomUUID())
  try {
    await rename(path, away)
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return false
    throw error
  }
  await syncFolder(dirname(path))
  await rm(away, { recursive: true, force: true })
  return true
}
