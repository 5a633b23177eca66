import {
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
} from 'yaml'
import { ConfigurationError, type Fault } from './configuration-error.js'
import { isTree, type Path, type Tree } from './tree.js'

export interface ConfigurationDocument {
  readonly tree: Tree
  /** 1-based line of a key. `exact` is false for the line of the nearest key above it that the file has. */
  lineOf(path: Path): { readonly line: number; readonly exact: boolean } | undefined
}

type Found = { readonly start: number | undefined; readonly node: Node | undefined }

function step(document: Document, node: Node | undefined, key: string | number): Found | undefined {
  const target = isAlias(node) ? node.resolve(document) : node
  if (isSeq(target)) {
    const item = target.items[Number(key)]
    return isNode(item) ? { start: item.range?.[0], node: item } : undefined
  }
  if (!isMap(target)) return undefined
  const pair = target.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(key))
  if (pair === undefined || !isScalar(pair.key)) return undefined
  return { start: pair.key.range?.[0], node: isNode(pair.value) ? pair.value : undefined }
}

/**
 * Parses YAML as Distribution's library does (1.1: `yes` is true, `<<` merges).
 *
 * @throws {ConfigurationError} when it is no YAML or no mapping
 */
export function parseYaml(text: string): ConfigurationDocument {
  const lines = new LineCounter()
  const document = parseDocument(text, { version: '1.1', lineCounter: lines, prettyErrors: false })
  const faults: Fault[] = []
  const refuse = (offset: number, message: string) =>
    void faults.push({ path: '', where: `line ${lines.linePos(offset).line}`, message })
  for (const { pos, message } of document.errors) refuse(pos[0], message)
  visit(document, {
    // The parser looks for what an alias names when somebody asks for the value.
    Alias: (_, alias) => {
      if (!alias.resolve(document)) refuse(alias.range?.[0] ?? 0, `*${alias.source} names nothing before it`)
    },
  })
  if (faults.length > 0) throw new ConfigurationError(faults)
  const tree: unknown = document.toJS() ?? {}
  if (!isTree(tree)) throw new ConfigurationError([{ path: '', where: 'line 1', message: 'must be a mapping of keys' }])
  return {
    tree,
    lineOf(path) {
      let node: Node | undefined = document.contents ?? undefined
      let start: number | undefined
      let exact = true
      for (const key of path) {
        const found = step(document, node, key)
        exact = found !== undefined
        if (found === undefined) break
        node = found.node
        start = found.start ?? start
      }
      return start === undefined ? undefined : { line: lines.linePos(start).line, exact }
    },
  }
}
