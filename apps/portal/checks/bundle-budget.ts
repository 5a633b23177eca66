import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'
import { listPages } from './list-pages.ts'

/** What a list page may weigh on a cold cache: gzip of its scripts and styles in kB, and requests in all. */
const MAX_KB = 254
const MAX_REQUESTS = 15
/** The page itself, its theme and its font. */
const OTHER_REQUESTS = 3

const languages = ['en-US', 'zh-CN']

const root = join(import.meta.dirname, '..')
const built = await build({ root, logLevel: 'error', build: { write: false, reportCompressedSize: false } })
if (!('output' in built)) throw new Error('vite was to build one bundle')
const files = new Map(built.output.map((file) => [file.fileName, file]))
const chunks = built.output.filter((file): file is Rolldown.OutputChunk => file.type === 'chunk')

/** A chunk and everything that it imports before it can run, with their styles. */
function closure(chunk: Rolldown.OutputChunk, seen = new Set<string>()): Set<string> {
  if (seen.has(chunk.fileName)) return seen
  seen.add(chunk.fileName)
  for (const name of chunk.viteMetadata?.importedCss ?? []) seen.add(name)
  for (const name of chunk.imports) {
    const imported = files.get(name)
    if (imported?.type === 'chunk') closure(imported, seen)
  }
  return seen
}

function chunkOf(module: string): Rolldown.OutputChunk {
  const id = join(root, module)
  // Where a module is a part of another file, the one that it is asked for by may still be there.
  const found =
    chunks.find(({ facadeModuleId }) => facadeModuleId === id) ?? chunks.find(({ moduleIds }) => moduleIds.includes(id))
  if (found === undefined) throw new Error(`no file holds ${module}`)
  return found
}

function kilobytes(name: string): number {
  const file = files.get(name)
  if (file === undefined) return 0
  return gzipSync(file.type === 'chunk' ? file.code : file.source, { level: 9 }).length / 1000
}

const entry = chunks.filter(({ isEntry }) => isEntry)
let failures = 0
for (const { module, texts, asks } of listPages) {
  for (const language of languages) {
    const needed = new Set<string>()
    const ofLanguage = [
      `src/i18n/${language.toLowerCase()}.ts`,
      ...texts.map((name) => `src/${name}/texts.${language}.json`),
    ]
    for (const chunk of [...entry, ...[...ofLanguage, module].map(chunkOf)])
      for (const name of closure(chunk)) needed.add(name)
    const weight = [...needed].reduce((sum, name) => sum + kilobytes(name), 0)
    const requests = needed.size + asks.length + OTHER_REQUESTS
    const isOver = weight > MAX_KB || requests > MAX_REQUESTS
    if (isOver) failures += 1
    const found = `${weight.toFixed(1)} kB in ${needed.size} files, ${requests} requests`
    console.log(`${isOver ? 'over' : 'ok  '} ${found}: ${module}, ${language}`)
  }
}
if (failures > 0) {
  console.error(
    `A list page may weigh ${MAX_KB} kB in ${MAX_REQUESTS} requests. Load later what it does not need at first.`,
  )
  process.exitCode = 1
}
