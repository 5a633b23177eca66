import { readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isRepositoryName, type RepositoryName } from '@berth/oci'
import { unlessMissing } from './errors.js'

/** What a folder of the tree holds: Distribution's own folders, and the next segments of names. */
interface Segment {
  readonly own: readonly string[]
  readonly children: readonly string[]
}

type Lose = (link: string) => void

async function look(folder: string, lose: Lose): Promise<Segment> {
  const entries = (await unlessMissing(readdir(folder, { withFileTypes: true }))) ?? []
  const names: string[] = []
  for (const entry of entries)
    if (entry.isDirectory() || (entry.isSymbolicLink() && (await leadsDown(folder, entry.name, lose))))
      names.push(entry.name)
  return {
    own: names.filter((name) => name.startsWith('_')),
    children: names.filter((name) => !name.startsWith('_')),
  }
}

/** Whether a link leads to a folder, and not back to one that it lies in: a walk along that would have no end. */
async function leadsDown(folder: string, name: string, lose: Lose): Promise<boolean> {
  const link = join(folder, name)
  const target = await unlessMissing(realpath(link))
  if (target === undefined) lose(link)
  if (target === undefined || !(await stat(target)).isDirectory()) return false
  const from = await realpath(folder)
  return target !== from && !from.startsWith(target.endsWith('/') ? target : `${target}/`)
}

async function* walk(
  folder: string,
  prefix: string,
  children: readonly string[],
  last: string,
  isWanted: (own: readonly string[]) => boolean,
  lose: Lose,
): AsyncGenerator<RepositoryName> {
  const seen = new Map<string, Segment>()
  // A name and what lies below it stand apart in byte order: `a`, `a-b`, `a/b`.
  for (const item of children.flatMap((child) => [child, `${child}/`]).sort()) {
    const name = prefix + item
    const isBelow = item.endsWith('/')
    const child = isBelow ? item.slice(0, -1) : item
    if (name <= last && !(isBelow && last.startsWith(name))) continue
    const segment = seen.get(child) ?? (await look(join(folder, child), lose))
    seen.set(child, segment)
    if (!isBelow) {
      if (isRepositoryName(name) && isWanted(segment.own)) yield name
      continue
    }
    seen.delete(child)
    yield* walk(join(folder, child), name, segment.children, last, isWanted, lose)
  }
}

const holdsSomething = (own: readonly string[]): boolean => own.includes('_layers') || own.includes('_manifests')

/**
 * Names of the repositories in a tree, in byte order, as it finds them: a page costs the folders of that page.
 *
 * @param last     lists only what comes after this name
 * @param isWanted looks at the names of a repository's folders that begin with an underscore
 * @param lose     is told of links that lead nowhere, as to a disk that is not mounted
 */
export async function* walkRepositories(
  folder: string,
  last = '',
  isWanted: (own: readonly string[]) => boolean = holdsSomething,
  lose: Lose = () => undefined,
): AsyncGenerator<RepositoryName> {
  yield* walk(folder, '', (await look(folder, lose)).children, last, isWanted, lose)
}
