import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isRepositoryName, type RepositoryName } from '@berth/oci'
import { unlessMissing } from './errors.js'

/** The order in which Distribution lists names: segment by segment, so that `a/b` comes before `a-b`. */
export function compareNames(one: string, other: string): number {
  const [left, right] = [one.replaceAll('/', '\0'), other.replaceAll('/', '\0')]
  return left < right ? -1 : left > right ? 1 : 0
}

const isRepository = (entries: readonly Dirent[]): boolean =>
  entries.some((entry) => entry.name === '_layers' || entry.name === '_manifests')

async function* walk(folder: string, name: string, last: string | undefined): AsyncGenerator<RepositoryName> {
  const entries = (await unlessMissing(readdir(folder, { withFileTypes: true }))) ?? []
  const isNew = last === undefined || compareNames(name, last) > 0
  if (name !== '' && isNew && isRepositoryName(name) && isRepository(entries)) yield name
  const segments = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
  for (const segment of segments.map((entry) => entry.name).sort()) {
    const child = name === '' ? segment : `${name}/${segment}`
    // What comes before `last` and is no folder above it holds nothing new.
    const passed = last !== undefined && compareNames(child, last) < 0 && !last.startsWith(`${child}/`)
    if (!passed) yield* walk(join(folder, segment), child, last)
  }
}

/**
 * Names of the repositories in a tree, in Distribution's order, as it finds them: a page costs the folders of that page.
 *
 * @param last lists only what comes after this name
 */
export function walkRepositories(folder: string, last?: string): AsyncGenerator<RepositoryName> {
  return walk(folder, '', last)
}
