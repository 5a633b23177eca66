import { expect, it } from 'vitest'
import { tagSortKey } from './sort-key.js'

const sorted = (tags: string[]) =>
  tags.toSorted((a, b) => Buffer.compare(Buffer.from(tagSortKey(a)), Buffer.from(tagSortKey(b))))

it.each([
  [['v1.9.0', 'v1.10.0', 'v2.0.0']],
  [['1.0.0-alpha', '1.0.0-rc1', '1.0.0-rc2', '1.0.0-rc10', '1.0.0', '1.0.1']],
  [['1', '1.0', '1.0.1', '1.1', '2', '10']],
  [['9', `1${'0'.repeat(126)}`]],
  [['build-9', 'build-10', 'latest']],
  [['1.0', '1.01', '1.002', '1.10']],
  [['v0', 'v1']],
  [['1.0005', '1.0010', '1.100', '1.1000']],
])('orders %j', (tags) => {
  expect(sorted(tags.toReversed())).toEqual(tags)
})
