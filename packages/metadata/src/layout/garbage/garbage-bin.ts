import type { Stats } from 'node:fs'
import { mkdir, readdir, rename, rm, rmdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isDigest, type Digest } from '@berth/oci'
import { syncFolder } from '../durable.js'
import { hasCode, isMissing, unlessMissing } from '../errors.js'
import type { LayoutPaths } from '../paths.js'

/** Tells bytes of a blob from others that a push has put in their place: by no clock, for those of several machines differ. */
export const stampOf = ({ ino, mtimeMs }: Pick<Stats, 'ino' | 'mtimeMs'>): string => `${ino} ${mtimeMs}`

/**
 * Where blobs lie between being found unused and being deleted. A server that misses one takes it back by a rename, so collecting
 * never takes a blob away from a push that has just come to need it.
 */
export class GarbageBin {
  private readonly folder: string

  constructor(private readonly paths: LayoutPaths) {
    this.folder = join(paths.own, 'garbage')
  }

  /** @returns size in bytes, or undefined where the blob is gone already */
  async setAside(digest: Digest): Promise<number | undefined> {
    await mkdir(this.folder, { recursive: true })
    const place = this.place(digest)
    try {
      await rename(this.paths.blobData(digest), place)
      return (await stat(place)).size
    } catch (error) {
      if (isMissing(error)) return undefined
      throw error
    }
  }

  /** Which bytes of a blob were set aside. */
  async stamp(digest: Digest): Promise<string | undefined> {
    const found = await unlessMissing(stat(this.place(digest)))
    return found && stampOf(found)
  }

  /** @returns whether the blob was there and is back */
  async takeBack(digest: Digest): Promise<boolean> {
    const folder = this.paths.blobFolder(digest)
    try {
      await stat(this.place(digest))
      await mkdir(folder, { recursive: true })
      await rename(this.place(digest), join(folder, 'data'))
      await syncFolder(folder)
      return true
    } catch (error) {
      if (isMissing(error)) return false
      throw error
    }
  }

  /** Deletes a blob that was set aside. @returns false where it has been taken back meanwhile */
  async discard(digest: Digest): Promise<boolean> {
    try {
      await rm(this.place(digest))
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return false
      throw error
    }
    await this.tidy(digest)
    return true
  }

  /** What an interrupted run left here. */
  async *leftovers(): AsyncGenerator<Digest> {
    for (const name of (await unlessMissing(readdir(this.folder))) ?? []) {
      const digest = name.replace('-', ':')
      if (isDigest(digest)) yield digest
    }
  }

  private place(digest: Digest): string {
    return join(this.folder, digest.replace(':', '-'))
  }

  private async tidy(digest: Digest): Promise<void> {
    try {
      await rmdir(this.paths.blobFolder(digest))
      await rmdir(dirname(this.paths.blobFolder(digest)))
    } catch (error) {
      if (!hasCode(error, 'ENOENT', 'ENOTEMPTY', 'EEXIST')) throw error
    }
  }
}
