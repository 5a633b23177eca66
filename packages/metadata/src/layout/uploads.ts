import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DistributionError, parseUploadId, type RepositoryName, type UploadId } from '@berth/oci'
import type { FinishedUpload } from '../registry-metadata.js'
import { linkBlob } from './blobs.js'
import { unlessMissing } from './errors.js'
import type { Tree } from './tree.js'
import { walkRepositories } from './walk-repositories.js'

/** Uploads as Distribution notes them: a folder with the time of their start. Their bytes are the blob store's. */
export class LayoutUploads {
  constructor(private readonly tree: Tree) {}

  async start(repository: RepositoryName, id: UploadId): Promise<void> {
    const folder = this.tree.paths.upload(repository, id)
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'startedat'), new Date().toISOString())
  }

  /** Notes that the upload's client is there. @returns false where there is no such upload */
  async touch(repository: RepositoryName, id: UploadId): Promise<boolean> {
    const now = new Date()
    const touching = utimes(join(this.tree.paths.upload(repository, id), 'startedat'), now, now).then(() => true)
    return (await unlessMissing(touching)) ?? false
  }

  async end(repository: RepositoryName, id: UploadId): Promise<boolean> {
    const existed = await this.touch(repository, id)
    await rm(this.tree.paths.upload(repository, id), { recursive: true, force: true })
    return existed
  }

  async commit({ repository, id, digest }: FinishedUpload, publish: () => Promise<void>): Promise<void> {
    if (!(await this.touch(repository, id))) throw new DistributionError('BLOB_UPLOAD_UNKNOWN')
    await publish()
    await linkBlob(this.tree, repository, digest)
    await this.end(repository, id)
  }

  /**
   * Ends uploads, whichever program began them, that nothing was added to since `before`.
   *
   * @param isDry only counts them
   * @returns how many
   */
  async purge(before: Date, isDry: boolean): Promise<number> {
    let purged = 0
    const withUploads = (own: readonly string[]) => own.includes('_uploads')
    for await (const repository of walkRepositories(this.tree.paths.repositories, '', withUploads))
      for (const name of (await unlessMissing(readdir(this.tree.paths.uploads(repository)))) ?? []) {
        const id = toUploadId(name)
        if (id === undefined || (await this.lastTouched(repository, id)) >= before) continue
        if (!isDry) await this.end(repository, id)
        purged++
      }
    return purged
  }

  private async lastTouched(repository: RepositoryName, id: UploadId): Promise<Date> {
    const folder = this.tree.paths.upload(repository, id)
    const note = join(folder, 'startedat')
    const started = Date.parse((await unlessMissing(readFile(note, 'utf8'))) ?? '') || 0
    const files = await Promise.all([note, join(folder, 'data'), folder].map((path) => unlessMissing(stat(path))))
    return new Date(Math.max(started, ...files.map((found) => found?.mtimeMs ?? 0)))
  }
}

function toUploadId(name: string): UploadId | undefined {
  try {
    return parseUploadId(name)
  } catch {
    return undefined
  }
}
