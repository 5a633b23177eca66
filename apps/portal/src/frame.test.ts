import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const root = import.meta.dirname
const files = new Map(
  globSync('**/*.{ts,tsx}', { cwd: root })
    .filter((file) => !/\.test\.tsx?$|^testing\//.test(file))
    .map((file) => [file.replace(/\.tsx?$/, ''), readFileSync(join(root, file), 'utf8')]),
)

/** Modules of the portal that a file names, those for their types too; `lazily` those alone that it loads when asked to. */
function importsOf(file: string, lazily: boolean): string[] {
  const pattern = lazily ? /import\('(\.[^']+)'\)/g : /^(?:import|export) (?:[^'(=;]*? from )?'(\.[^']+)'/gm
  return [...(files.get(file) ?? '').matchAll(pattern)]
    .map(([, path = '']) => relative(root, join(root, dirname(file), path)))
    .filter((path) => files.has(path))
}

const folderOf = (file: string) => (file.includes('/') ? file.slice(0, file.indexOf('/')) : '')

/** Each has pages of its own, and knows nothing of the others. */
const features = ['account', 'clean-up', 'members', 'palette', 'projects', 'repositories', 'shell', 'users']
/** What stands around every page holds the palette. */
const exceptions = new Set(['shell palette'])

test('a feature imports what is there for all, and no other feature', () => {
  const crossings = [...files.keys()].flatMap((file) =>
    [...importsOf(file, false), ...importsOf(file, true)]
      .filter((target) => features.includes(folderOf(target)) && folderOf(target) !== folderOf(file))
      .filter((target) => folderOf(file) !== '' && !exceptions.has(`${folderOf(file)} ${folderOf(target)}`))
      .map((target) => `${file} → ${target}`),
  )
  expect(crossings).toEqual([])
})

test('no import goes in a circle, types counted', () => {
  const circles: string[] = []
  const done = new Set<string>()
  const walk = (file: string, path: string[]) => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '))
    if (path.includes(file) || done.has(file)) return
    for (const target of importsOf(file, false)) walk(target, [...path, file])
    done.add(file)
  }
  for (const file of files.keys()) walk(file, [])
  expect(circles).toEqual([])
})
