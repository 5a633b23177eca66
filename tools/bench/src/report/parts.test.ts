import { expect, test } from 'vitest'
import { asPart, partOf, withPart } from './parts.js'

test('takes the place of the part that stands in the document, and comes back out of it', () => {
  const [rest, other] = [asPart('rest', '## REST\nabc\n'), asPart('replication', '## Replication')]
  const document = withPart('# Benchmarks\n', 'rest', rest)
  expect(document).toBe(`# Benchmarks\n\n${rest}`)
  const newer = rest.replace('abc', 'def')
  expect(withPart(`${document}\n## Later\n`, 'rest', newer)).toBe(`# Benchmarks\n\n${newer}\n## Later\n`)
  expect(withPart(document, 'replication', other)).toBe(`# Benchmarks\n\n${rest}\n${other}`)
  expect(partOf(document, 'rest')).toBe(rest)
  expect(partOf(document, 'replication')).toBe('')
  expect(withPart(document, 'replication', '')).toBe(document)
})
