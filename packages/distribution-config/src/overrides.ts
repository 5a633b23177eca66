import { parse } from 'yaml'
import { isTree, type Tree } from './tree.js'

export interface Overridden {
  readonly tree: Tree
  /** Dotted path to the variable that set it. */
  readonly origins: ReadonlyMap<string, string>
  /** Variables that name no top-level key; a container platform sets some of its own (`REGISTRY_PORT`). */
  readonly ignored: readonly string[]
  readonly broken: readonly { readonly name: string; readonly path: string; readonly message: string }[]
}

const prefix = 'REGISTRY_'
/** Names the file itself; not a key in it. */
const filePath = 'REGISTRY_CONFIGURATION_PATH'

const matchingKey = (tree: Tree, segment: string): string =>
  Object.keys(tree).find((key) => key.toUpperCase() === segment.toUpperCase()) ?? segment.toLowerCase()

function set(tree: Tree, segments: readonly string[], value: unknown): string[] {
  const [segment = '', ...rest] = segments
  const key = matchingKey(tree, segment)
  if (rest.length === 0) {
    tree[key] = value
    return [key]
  }
  // `storage: filesystem` is short for a mapping with that one key.
  const existing = tree[key]
  const child: Tree = isTree(existing) ? existing : typeof existing === 'string' ? { [existing]: {} } : {}
  tree[key] = child
  return [key, ...set(child, rest, value)]
}

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
  for (const name of names.sort()) {
    const segments = name.slice(prefix.length).split('_')
    if (!topLevelKeys.includes((segments[0] ?? '').toLowerCase())) {
      ignored.push(name)
      continue
    }
    try {
      const value: unknown = parse(environment[name] ?? '', { version: '1.1' })
      origins.set(set(tree, segments, value).join('.'), name)
    } catch (error) {
      broken.push({ name, path: segments.join('.').toLowerCase(), message: `its value is no YAML: ${String(error)}` })
    }
  }
  return { tree, origins, ignored, broken }
}
