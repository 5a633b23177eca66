import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const root = new URL('../../../', import.meta.url)
const rows = [...readFileSync(new URL('docs/conformance.md', root), 'utf8').matchAll(/\| `([^`]+)` ([^|]+?) \|$/gm)]

it.each(rows.map(([, file = '', title = '']) => [file, title]))(
  'docs/conformance.md names a test of %s that is there: %s',
  (file, title) => {
    expect(readFileSync(new URL(file, root), 'utf8')).toContain(title)
  },
)

it('docs/conformance.md names a test in every row', () => {
  const lines = readFileSync(new URL('docs/conformance.md', root), 'utf8').split('\n')
  const behaviours = lines.filter((line) => line.startsWith('| ') && !line.endsWith('| held by |'))
  expect(rows).toHaveLength(behaviours.length)
  expect(rows.length).toBeGreaterThan(50)
})
