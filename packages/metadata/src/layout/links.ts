import { constants } from 'node:fs'
import { lstat, open, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { isDigest, type Digest } from '@berth/oci'
import { removeDurably, writeDurably } from './durable.js'
import { hasCode, unlessMissing } from './errors.js'

/** Longer than any digest. */
const MOST_BYTES = 256

/**
 * The digest that a folder's link names; undefined where there is none, or where a crash of another program left no digest in it. A tree may
 * come from anywhere: what is no file, or has no end, is not waited for.
 */
export async function readLink(folder: string): Promise<Digest | undefined> {
  try {
    await using file = await unlessMissing(open(join(folder, 'link'), constants.O_RDONLY | constants.O_NONBLOCK))
    if (file === undefined) return undefined
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MOST_BYTES), 0, MOST_BYTES)
    const digest = buffer.toString('latin1', 0, bytesRead).trim()
    return isDigest(digest) ? digest : undefined
  } catch (error) {
    if (hasCode(error, 'EISDIR', 'ELOOP', 'ENXIO')) return undefined
    throw error
  }
}

/** Whether a folder has a link, be it one without a digest. */
export async function hasLink(folder: string): Promise<boolean> {
  return (await unlessMissing(lstat(join(folder, 'link')))) !== undefined
}

/** Makes a folder's link name a digest. Costs a read only where it does already. */
export async function writeLink(folder: string, digest: Digest): Promise<void> {
  if ((await readLink(folder)) === digest) return
  await writeDurably(folder, 'link', digest)
}

/** When a folder's link was written; undefined where there is none. Distribution keeps no other time of a push. */
export async function linkTime(folder: string): Promise<Date | undefined> {
  return (await unlessMissing(stat(join(folder, 'link'))))?.mtime
}

export const setLinkTime = (folder: string, at: Date): Promise<void> => utimes(join(folder, 'link'), at, at)

/** The folder stays, as it does with Distribution. @returns whether there was a link */
export const removeLink = (folder: string): Promise<boolean> => removeDurably(folder, 'link')
