import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isRepositoryName, type RepositoryName } from '@berth/oci'
import { unlessMissing } from './errors.js'

/** What a folder of the tree holds: Distribution's own folders, and the next segments of names. */
interface Segment {
  readonly own: readonly string[]
  readonly children: readonly string[]
}

async function look(folder: string): Promise<Segment> {
  const entries = (await unlessMissing(readdir(folder, { withFileTypes: true }))) ?? []
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return {
    own: names.filter((name) => name.startsWith('_')),
    children: names.filter((name) => !name.startsWith('_')),
  }
}

async function* walk(
  folder: string,
  prefix: string,
  children: readonly string[],
  last: string,
  isWanted: (own: readonly string[]) => boolean,
): AsyncGenerator<RepositoryName> {
  const seen = new Map<string, Segment>()
  // A name and what lies below it stand apart in byte order: `a`, `a-b`, `a/b`.
  for (const item of children.flatMap((child) => [child, `${child}/`]).sort()) {
    const name = prefix + item
    const isBelow = item.endsWith('/')
    const child = isBelow ? item.slice(0, -1) : item
    if (name <= last && !(isBelow && last.startsWith(name))) continue
    const segment = seen.get(child) ?? (await look(join(folder, child)))
    seen.set(child, segment)
    if (!isBelow) {
      if (isRepositoryName(name) && isWanted(segment.own)) yield name
      continue
    }
    seen.delete(child)
    yield* walk(join(folder, child), name, segment.children, last, isWanted)
  }
}

const holdsSomething = (own: readonly string[]): boolean => own.includes('_layers') || own.includes('_manifests')

/**
 * Names of the repositories in a tree, in byte order, as it finds them: a page costs the folders of that page.
 *
 * @param last     lists only what comes after this name
 * @param isWanted looks at the names of a repository's folders that begin with an underscore
 */
export async function* walkRepositories(
  folder: string,
  last = '',
  isWanted: (own: readonly string[]) => boolean = holdsSomething,
): AsyncGenerator<RepositoryName> {
  yield* walk(folder, '', (await look(folder)).children, last, isWanted)
}
