import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'

/** What a list page may weigh on a cold cache: gzip of its scripts and styles in kB, and the files of both. */
const MAX_KB = 250
const MAX_FILES = 7

/** Pages that show a list, by the module that their route loads. */
const listPages = [
  'src/projects/projects-page.tsx',
  'src/repositories/repositories-page.tsx',
  'src/repositories/repository-page.tsx',
  'src/members/members-page.tsx',
  'src/users/users-page.tsx',
  'src/clean-up/clean-up-page.tsx',
]
const languages = ['src/i18n/en-us.ts', 'src/i18n/zh-cn.ts']

const root = join(import.meta.dirname, '..')
const built = await build({ root, logLevel: 'error', build: { write: false, reportCompressedSize: false } })
if (!('output' in built)) throw new Error('vite was to build one bundle')
const files = new Map(built.output.map((file) => [file.fileName, file]))
const chunks = built.output.filter((file): file is Rolldown.OutputChunk => file.type === 'chunk')

/** A chunk and everything that it imports before it can run. */
function closure(chunk: Rolldown.OutputChunk, seen = new Set<string>()): Set<string> {
  if (seen.has(chunk.fileName)) return seen
  seen.add(chunk.fileName)
  for (const name of chunk.imports) {
    const imported = files.get(name)
    if (imported?.type === 'chunk') closure(imported, seen)
  }
  return seen
}

function chunkOf(module: string): Rolldown.OutputChunk {
  const found = chunks.find(({ moduleIds }) => moduleIds.includes(join(root, module)))
  if (found === undefined) throw new Error(`no file holds ${module}`)
  return found
}

function kilobytes(name: string): number {
  const file = files.get(name)
  if (file === undefined) return 0
  return gzipSync(file.type === 'chunk' ? file.code : file.source, { level: 9 }).length / 1000
}

const entry = chunks.filter(({ isEntry }) => isEntry)
const styles = [...files.keys()].filter((name) => name.endsWith('.css'))
let failures = 0
for (const page of listPages) {
  for (const language of languages) {
    const needed = new Set(styles)
    for (const chunk of [...entry, chunkOf(language), chunkOf(page)])
      for (const name of closure(chunk)) needed.add(name)
    const weight = [...needed].reduce((sum, name) => sum + kilobytes(name), 0)
    const isOver = weight > MAX_KB || needed.size > MAX_FILES
    if (isOver) failures += 1
    console.log(`${isOver ? 'over' : 'ok  '} ${weight.toFixed(1)} kB in ${needed.size} files: ${page}, ${language}`)
  }
}
if (failures > 0) {
  console.error(`A list page may weigh ${MAX_KB} kB in ${MAX_FILES} files. Load later what it does not need at first.`)
  process.exitCode = 1
}
