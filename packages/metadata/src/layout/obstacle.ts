import { lstat, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { unlessMissing } from './errors.js'

/** Whether a folder is at a path, or a link that leads to one. */
export const isFolder = async (path: string): Promise<boolean> =>
  (await unlessMissing(stat(path)))?.isDirectory() === true

/**
 * What keeps a folder from being at `path`: a file or a pipe there or on the way, or a link that leads to no folder. Undefined where there is
 * the folder, and where there is nothing: what nobody has made holds nothing, but behind an obstacle there may be anything.
 */
export async function obstacleTo(path: string): Promise<string | undefined> {
  for (let at = path; ; at = dirname(at)) {
    if (await isFolder(at)) return undefined
    if ((await unlessMissing(lstat(at))) !== undefined) return at
  }
}
