import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const root = new URL('../../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')

/** In the last cell of a row: a test as `file` and title. */
const HELD = /\| `([^`]+)` ([^|]+?) \|$/
/** Or why there is none. */
const NOT_HELD = /\| (?:decided against|held by|no test)[^|]+ \|$/

describe.each([
  ['docs/conformance.md', 100, 0],
  ['docs/contributing/findings.md', 300, 20],
])('%s', (page, fewest, mostWithout) => {
  const rows = read(page)
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.endsWith('| held by |'))
  const held = rows.flatMap((row) => {
    const [, file = '', title = ''] = HELD.exec(row) ?? []
    return file === '' ? [] : [[file, title] as const]
  })

  it.each(held)('names a test of %s that is there: %s', (file, title) => {
    expect(read(file)).toContain(title)
  })

  it('names a test in every row, or says why there is none', () => {
    const without = rows.filter((row) => !HELD.test(row))
    expect(without.filter((row) => !NOT_HELD.test(row))).toEqual([])
    expect(without.length).toBeLessThanOrEqual(mostWithout)
    expect(held.length).toBeGreaterThan(fewest)
  })
})
