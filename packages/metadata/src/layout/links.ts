import { readFile, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { isDigest, type Digest } from '@berth/oci'
import { removeDurably, writeDurably } from './durable.js'
import { unlessMissing } from './errors.js'

/** The digest that a folder's link names; undefined where there is none, or where a crash of another program left no digest in it. */
export async function readLink(folder: string): Promise<Digest | undefined> {
  const content = await unlessMissing(readFile(join(folder, 'link'), 'latin1'))
  const digest = content?.trim() ?? ''
  return isDigest(digest) ? digest : undefined
}

/** Whether a folder has a link, be it one without a digest. */
export async function hasLink(folder: string): Promise<boolean> {
  return (await unlessMissing(stat(join(folder, 'link')))) !== undefined
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
