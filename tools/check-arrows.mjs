// check-arrows.mjs: holds the code against the arrows that docs/architecture.md draws.
//
// A block that begins with "```arrows FOLDER" names the parts below FOLDER, one a line, with the parts that each may import:
//   listing → database, edge
// A part is a folder or a file; a file belongs to the longest part that its path begins with, and "." holds those of no other part, which
// may import all. Part of the rule: each file has a part, each arrow is used, and no arrows lead back to where they began. Tests may
// import what they like.
import { readFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { posix } from 'node:path'

const DOCUMENT = 'docs/architecture.md'
const IMPORT = /(?:\bfrom|\bimport\(|^import)\s*'([^']+)'/gm
const TEST = /\.test\.|\/testing\/|\/generated\//

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /^(apps|packages|tools)\/[^/]+\/src\//.test(file) && !TEST.test(file))

const faults = []

/** The blocks of the document: the folder, and for each part what it may import. */
function readBlocks(text) {
  return [...text.matchAll(/^```arrows (\S+)\n(.*?)^```/gms)].map(([, folder, body]) => {
    const lines = body.split('\n').filter((line) => line.trim() !== '')
    const parts = lines.map((line) => {
      const [name, targets = ''] = line.split('→').map((side) => side.trim())
      return [
        name,
        new Set(
          targets
            .split(',')
            .map((target) => target.trim())
            .filter(Boolean),
        ),
      ]
    })
    return { folder, parts: new Map(parts) }
  })
}

function partOf(path, parts) {
  const found = [...parts.keys()]
    .filter((name) => path === name || path.startsWith(`${name}/`))
    .sort((a, b) => b.length - a.length)[0]
  return found ?? (parts.has('.') ? '.' : undefined)
}

/** What a file imports, as a path below the folder; undefined for what lies outside. */
function targetOf(specifier, file, folder) {
  if (folder === 'packages') {
    const name = /^@berth\/([^/]+)/.exec(specifier)?.[1]
    return name === undefined ? undefined : `${name}/`
  }
  if (!specifier.startsWith('.') || specifier.endsWith('.json')) return undefined
  const path = posix.relative(folder, posix.join(posix.dirname(file), specifier)).replace(/\.js$/, '.ts')
  return path.startsWith('..') ? undefined : path
}

function checkBlock({ folder, parts }) {
  const used = new Set()
  for (const file of files.filter((path) => path.startsWith(`${folder}/`))) {
    const part = partOf(posix.relative(folder, file), parts)
    if (part === undefined) {
      faults.push(`${file} belongs to no part of ${folder}`)
      continue
    }
    for (const [, specifier] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
      const path = targetOf(specifier, file, folder)
      const target = path === undefined ? undefined : partOf(path, parts)
      if (target === undefined || target === part) continue
      used.add(`${part} → ${target}`)
      if (part !== '.' && !parts.get(part).has(target))
        faults.push(`${file} imports ${specifier}: no arrow ${part} → ${target} in ${folder}`)
    }
  }
  for (const [part, targets] of parts) {
    for (const target of targets) {
      if (!parts.has(target)) faults.push(`${folder}: the arrow ${part} → ${target} leads nowhere`)
      else if (!used.has(`${part} → ${target}`)) faults.push(`${folder}: nothing uses the arrow ${part} → ${target}`)
    }
  }
  const circle = findCircle(parts)
  if (circle) faults.push(`${folder}: the arrows run in a circle: ${circle.join(' → ')}`)
}

function findCircle(parts) {
  const done = new Set()
  const visit = (part, way) => {
    if (way.includes(part)) return [...way.slice(way.indexOf(part)), part]
    if (done.has(part)) return undefined
    for (const target of parts.get(part) ?? []) {
      const circle = visit(target, [...way, part])
      if (circle) return circle
    }
    done.add(part)
    return undefined
  }
  for (const part of parts.keys()) {
    const circle = visit(part, [])
    if (circle) return circle
  }
  return undefined
}

const blocks = readBlocks(readFileSync(DOCUMENT, 'utf8'))
if (blocks.length === 0) faults.push(`${DOCUMENT} draws no arrows`)
for (const block of blocks) checkBlock(block)
for (const fault of faults) console.error(fault)
if (faults.length > 0) process.exit(1)
