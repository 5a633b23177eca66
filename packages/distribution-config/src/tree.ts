export type Tree = { [key: string]: unknown }
export type Path = readonly (string | number)[]

export const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value at a path; undefined where a step is missing. */
export function valueAt(root: unknown, path: Path): unknown {
  let value = root
  for (const step of path) {
    if (Array.isArray(value)) value = value[Number(step)]
    else if (isTree(value) && Object.hasOwn(value, step)) value = value[step]
    else return undefined
  }
  return value
}

/** Takes a key away, where it is there. */
export function drop(tree: Tree, path: Path): void {
  const within = valueAt(tree, path.slice(0, -1))
  const key = path.at(-1)
  if (isTree(within) && key !== undefined) delete within[key]
}

/** The tree without keys that are null or an empty text: to Distribution, as to Go, those are what nobody has set. */
export function withoutBlanks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutBlanks)
  if (!isTree(value)) return value
  const kept = Object.entries(value).filter(([, child]) => child !== null && child !== '')
  return Object.fromEntries(kept.map(([key, child]) => [key, withoutBlanks(child)]))
}
