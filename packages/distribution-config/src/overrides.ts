import { parse } from 'yaml'
import { isTree, valueAt, type Tree } from './tree.js'

export interface Overridden {
  readonly tree: Tree
  /** Dotted path to the variable that set it. */
  readonly origins: ReadonlyMap<string, string>
  /** Variables that name no place in it; a container platform sets some of its own (`REGISTRY_PORT`). */
  readonly ignored: readonly string[]
  readonly broken: readonly { readonly name: string; readonly path: string; readonly message: string }[]
}

const prefix = 'REGISTRY_'
/** Names the file itself; not a key in it. */
const filePath = 'REGISTRY_CONFIGURATION_PATH'

/** What Kubernetes sets for each service of a namespace, and Docker for a link. No setting ends so. */
const ofService = /_(?:SERVICE_HOST|SERVICE_PORT(?:_.+)?|PORT(?:_\d+_[A-Z]+(?:_(?:PROTO|PORT|ADDR))?)?)$/

/** A variable whose name leads into what is no section. */
class NoPlaceError extends Error {}

const matchingKey = (tree: Tree, segment: string): string =>
  Object.keys(tree).find((key) => key.toUpperCase() === segment.toUpperCase()) ?? segment.toLowerCase()

/** Elements of a list are named by their number, one after the other. */
function placeIn(list: readonly unknown[], segment: string): string {
  if (!/^\d+$/.test(segment) || Number(segment) > list.length) throw new NoPlaceError()
  return String(Number(segment))
}

/** `storage: filesystem` and `auth: none` are short for a mapping with that one key. */
const hasShortForm: ReadonlySet<string> = new Set(['storage', 'auth'])

function sectionOf(existing: unknown, key: string, next: string): Tree | unknown[] {
  if (isTree(existing) || Array.isArray(existing)) return existing
  if (typeof existing === 'string' && hasShortForm.has(key)) return { [existing]: {} }
  if (existing !== undefined && existing !== null) throw new NoPlaceError()
  return /^\d+$/.test(next) ? [] : {}
}

function set(within: Tree | unknown[], segments: readonly string[], value: unknown): string[] {
  const [segment = '', ...rest] = segments
  const key = Array.isArray(within) ? placeIn(within, segment) : matchingKey(within, segment)
  if (rest.length === 0) {
    put(within, key, value)
    return [key]
  }
  const child = sectionOf(valueAt(within, [key]), key, rest[0] ?? '')
  const path = set(child, rest, value)
  put(within, key, child)
  return [key, ...path]
}

function put(within: Tree | unknown[], key: string, value: unknown): void {
  if (Array.isArray(within)) within[Number(key)] = value
  else within[key] = value
}

/** A section before a key in it, the second element of a list before the tenth. */
const byName = new Intl.Collator('en', { numeric: true })

/**
 * Applies `REGISTRY_A_B=value` to the key `a.b`, as Distribution does: values are YAML, and the variables are taken in the order of
 * their names, so that a whole section comes before a key in it.
 */
export function applyOverrides(
  source: Tree,
  environment: Readonly<Record<string, string | undefined>>,
  topLevelKeys: readonly string[],
): Overridden {
  const tree = structuredClone(source)
  const origins = new Map<string, string>()
  const ignored: string[] = []
  const broken: { name: string; path: string; message: string }[] = []
  const names = Object.keys(environment).filter((name) => name.startsWith(prefix) && name !== filePath)
  for (const name of names.sort((one, other) => byName.compare(one, other))) {
    const segments = name.slice(prefix.length).split('_')
    if (!topLevelKeys.includes((segments[0] ?? '').toLowerCase()) || ofService.test(name)) {
      ignored.push(name)
      continue
    }
    try {
      const value: unknown = parse(environment[name] ?? '', { version: '1.1' })
      origins.set(set(tree, segments, value).join('.'), name)
    } catch (error) {
      if (error instanceof NoPlaceError) ignored.push(name)
      else
        broken.push({ name, path: segments.join('.').toLowerCase(), message: `its value is no YAML: ${String(error)}` })
    }
  }
  return { tree, origins, ignored, broken }
}
