import { readdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { isRepositoryName, type RepositoryName } from '@berth/oci'
import { unlessMissing } from './errors.js'
import { isFolder } from './obstacle.js'

/** What a folder of the tree holds: Distribution's own folders, and the next segments of names. */
interface Segment {
  readonly own: readonly string[]
  readonly children: readonly string[]
}

/** Why what lies in the tree is in no list of it: each goes on from its path. */
export const lost = {
  noFolder: 'is no folder and leads to none',
  noName: 'has a name that no repository has',
} as const

type Lose = (entry: string, why: string) => void

/** Whether the tree has a folder of this name; notes of an operator or of a file server lie beside such. */
const isOfTheTree = (name: string): boolean => ['_layers', '_manifests'].includes(name) || isRepositoryName(name)

async function look(folder: string, lose: Lose): Promise<Segment> {
  const entries = (await unlessMissing(readdir(folder, { withFileTypes: true }))) ?? []
  const names: string[] = []
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isDirectory() || (await isFolder(path))) {
      if (!entry.isSymbolicLink() || (await leadsDown(folder, path))) names.push(entry.name)
    } else if (isOfTheTree(entry.name)) lose(path, lost.noFolder)
  }
  return {
    own: names.filter((name) => name.startsWith('_')),
    children: names.filter((name) => !name.startsWith('_')),
  }
}

/** Whether a link to a folder does not lead back to one that it lies in: a walk along that would have no end. */
async function leadsDown(folder: string, link: string): Promise<boolean> {
  const [target, from] = await Promise.all([unlessMissing(realpath(link)), realpath(folder)])
  if (target === undefined) return false
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
      if (!isRepositoryName(name)) {
        if (holdsSomething(segment.own)) lose(join(folder, child), lost.noName)
      } else if (isWanted(segment.own)) yield name
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
 * @param lose     is told of what is no folder where one would be, as a link to a disk that is not mounted, and of a repository whose name none has,
 *                 as somebody puts one aside
 */
export async function* walkRepositories(
  folder: string,
  last = '',
  isWanted: (own: readonly string[]) => boolean = holdsSomething,
  lose: Lose = () => undefined,
): AsyncGenerator<RepositoryName> {
  yield* walk(folder, '', (await look(folder, lose)).children, last, isWanted, lose)
}
