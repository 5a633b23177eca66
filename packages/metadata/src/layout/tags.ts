import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { DistributionError, type RepositoryName, type Tag } from '@berth/oci'
import type { Page } from '../registry-metadata.js'
import { removeFolderAtOnce } from './durable.js'
import { unlessMissing } from './errors.js'
import { hasLink, readLink } from './links.js'
import { toTag } from './to-tag.js'
import type { Tree } from './tree.js'

/** Where folders go to be emptied. */
export const trashFolder = ({ paths }: Tree): string => join(paths.own, 'trash')

export async function listTags(tree: Tree, repository: RepositoryName, { limit, last = '' }: Page): Promise<string[]> {
  const names = (await tree.names.list(tree.paths.tags(repository))) ?? []
  if (names.length === 0) await requireRepository(tree, repository)
  const tags: string[] = []
  for (let index = firstAfter(names, last); index < names.length && tags.length < limit; index++) {
    const tag = toTag(names[index] ?? '')
    // A crash of another program leaves folders that name nothing, or what is gone.
    const digest = tag && (await readLink(tree.paths.tagCurrent(repository, tag)))
    if (tag && digest && (await hasLink(tree.paths.revision(repository, digest)))) tags.push(tag)
  }
  return tags
}

export async function deleteTag(tree: Tree, repository: RepositoryName, tag: Tag): Promise<boolean> {
  return tree.changes.run(repository, async () => {
    const existed = (await readLink(tree.paths.tagCurrent(repository, tag))) !== undefined
    await removeFolderAtOnce(tree.paths.tag(repository, tag), trashFolder(tree))
    return existed
  })
}

/** @throws {DistributionError} NAME_UNKNOWN */
async function requireRepository({ paths }: Tree, repository: RepositoryName): Promise<void> {
  const folders = [paths.layers(repository), paths.manifests(repository), paths.uploads(repository)]
  const found = await Promise.all(folders.map((folder) => unlessMissing(stat(folder))))
  if (found.every((folder) => folder === undefined))
    throw new DistributionError('NAME_UNKNOWN', undefined, { detail: { name: repository } })
}

/** Index of the first of sorted names that comes after `last`. */
function firstAfter(names: readonly string[], last: string): number {
  let [low, high] = [0, names.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((names[middle] ?? '') <= last) low = middle + 1
    else high = middle
  }
  return low
}
