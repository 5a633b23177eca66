import { randomUUID } from 'node:crypto'
import { createWriteStream, linkSync, lstatSync, unlinkSync } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Spooled } from '../blob-store.js'
import { hasCode, SpoolError, translate } from '../errors.js'
import type { Owner } from './owner.js'
import { SpooledFile } from './spooled-file.js'

/** Bytes on their way in: what comes as a stream, and what a proxy or another store has put there. */
export class Spool {
  constructor(
    readonly folder: string,
    private readonly owner: Owner | undefined,
  ) {}

  async take(source: Readable): Promise<SpooledFile> {
    const path = join(this.folder, randomUUID())
    try {
      await pipeline(source, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
      this.owner?.give(path)
      return new SpooledFile(path, (await stat(path)).size)
    } catch (error) {
      await rm(path, { force: true })
      throw translate(error)
    }
  }

  /** @throws {SpoolError} for what is not a plain file of the folder */
  find(path: string): SpooledFile {
    const name = path.slice(this.folder.length + 1)
    if (dirname(path) !== this.folder || !/^[0-9A-Za-z-]+$/.test(name)) throw new SpoolError('not in the spool folder')
    // Blocks, as looking at an upload does.
    const found = lstatSync(path, { throwIfNoEntry: false })
    if (!found) throw new SpoolError('no such spooled file')
    if (!found.isFile()) throw new SpoolError('not a plain file')
    return new SpooledFile(path, found.size)
  }

  /** @returns undefined for a file that cannot be linked here, or that the owner could not read */
  link(file: string): SpooledFile | undefined {
    const path = join(this.folder, randomUUID())
    try {
      linkSync(file, path)
    } catch (error) {
      if (hasCode(error, 'EXDEV', 'EPERM', 'EACCES', 'EMLINK', 'ENOTSUP', 'ENOENT')) return undefined
      throw error
    }
    if (this.owner?.mayRead(path) ?? true) return this.find(path)
    unlinkSync(path)
    return undefined
  }

  drop(spooled: Spooled): void {
    try {
      // `rm` would look at the file twice first.
      unlinkSync(SpooledFile.of(spooled).path)
    } catch (error) {
      if (!hasCode(error, 'ENOENT')) throw error
    }
  }
}
