import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parseUploadId, type RepositoryName, type UploadId } from '@berth/oci'
import { unlessMissing } from './errors.js'
import type { Tree } from './tree.js'
import { walkRepositories } from './walk-repositories.js'

/**
 * Ends uploads that Docker Distribution began in this tree, and that nothing was added to since `before`. Those of Berth leave nothing
 * in it: they are the blob store's.
 *
 * @param isDry only counts them
 * @returns how many
 */
export async function purgeUploads({ paths }: Tree, before: Date, isDry: boolean): Promise<number> {
  let purged = 0
  const withUploads = (own: readonly string[]) => own.includes('_uploads')
  for await (const repository of walkRepositories(paths.repositories, '', withUploads))
    for (const name of (await unlessMissing(readdir(paths.uploads(repository)))) ?? []) {
      const id = toUploadId(name)
      if (id === undefined || (await lastTouched(paths, repository, id)) >= before) continue
      if (!isDry) await rm(paths.upload(repository, id), { recursive: true, force: true })
      purged++
    }
  return purged
}

async function lastTouched(paths: Tree['paths'], repository: RepositoryName, id: UploadId): Promise<Date> {
  const folder = paths.upload(repository, id)
  const note = join(folder, 'startedat')
  const started = Date.parse((await unlessMissing(readFile(note, 'utf8'))) ?? '') || 0
  const files = await Promise.all([note, join(folder, 'data'), folder].map((path) => unlessMissing(stat(path))))
  return new Date(Math.max(started, ...files.map((found) => found?.mtimeMs ?? 0)))
}

function toUploadId(name: string): UploadId | undefined {
  try {
    return parseUploadId(name)
  } catch {
    return undefined
  }
}
