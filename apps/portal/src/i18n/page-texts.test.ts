import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { bundle } from './en-us'
import { type Feature, featureTexts } from './feature-texts'

const root = join(import.meta.dirname, '..')
const sources = new Map(
  globSync('**/*.{ts,tsx}', { cwd: root })
    .filter((path) => !/\.test\.|^testing\/|\.d\.ts$/.test(path))
    .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
)

/** Which feature has the texts below each first part of a key; undefined for those that come with the language. */
const owners = new Map<string, Feature | undefined>(Object.keys(bundle.texts).map((name) => [name, undefined]))
for (const feature of Object.keys(featureTexts) as Feature[]) {
  const { default: texts } = await featureTexts[feature]['en-US']()
  for (const name of Object.keys(texts)) owners.set(name, feature)
}

function resolve(from: string, target: string): string | undefined {
  const path = join(dirname(from), target)
  return [`${path}.ts`, `${path}.tsx`].find((candidate) => sources.has(candidate))
}

/** Features whose texts a module shows. */
function shown(path: string): Feature[] {
  const keys = sources.get(path)?.matchAll(/['"`](\w+)\.(?=[\w$])/g) ?? []
  return [...keys].flatMap(([, name = '']) => owners.get(name) ?? [])
}

interface Loading {
  readonly path: string
  readonly features: readonly string[]
}

/** What a module loads later, each with the features that it waits for. */
function loads(path: string): Loading[] {
  const found = sources.get(path)?.matchAll(/import\('(\.[^']+)'\)(?:,\s*((?:'\w+',?\s*)+)\))?/g) ?? []
  return [...found].flatMap(([, target = '', names = '']) => {
    const loaded = resolve(path, target)
    return loaded === undefined ? [] : [{ path: loaded, features: names.match(/\w+/g) ?? [] }]
  })
}

/** A module and all that it imports before it can run. */
function closure(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen
  seen.add(path)
  for (const [, target = ''] of sources
    .get(path)
    ?.matchAll(/^(?:import|export) (?!type )(?:[\w\s{},*]+ from )?'(\.[^']+)'/gm) ?? []) {
    const imported = resolve(path, target)
    if (imported !== undefined) closure(imported, seen)
  }
  return seen
}

test('whatever is loaded waits for the texts that it shows', () => {
  const missing = new Set<string>()
  const checked = new Set<string>()
  const check = ({ path, features }: Loading) => {
    const state = `${path} ${[...features].toSorted().join(' ')}`
    if (checked.has(state)) return
    checked.add(state)
    for (const module of closure(path)) {
      for (const feature of shown(module))
        if (!features.includes(feature)) missing.add(`${path} shows ${feature} (${module})`)
      for (const later of loads(module)) check({ ...later, features: [...features, ...later.features] })
    }
  }
  check({ path: 'main.tsx', features: [] })
  expect(checked.size).toBeGreaterThan(50)
  expect([...missing]).toEqual([])
})

test('no two features have the same key, for one would hide the other', async () => {
  const names = Object.keys(bundle.texts)
  for (const texts of Object.values(featureTexts)) names.push(...Object.keys((await texts['en-US']()).default))
  expect(names.toSorted()).toEqual([...new Set(names)].toSorted())
})
