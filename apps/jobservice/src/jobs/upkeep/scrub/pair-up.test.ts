import { digestOf, type Digest } from '@berth/oci'
import { expect, test } from 'vitest'
import { pairUp } from './pair-up.js'

const digests = ['a', 'b', 'c', 'd', 'e'].map((text) => digestOf(Buffer.from(text))).sort()

async function* listing(side: string, places: readonly number[]) {
  for (const place of places) yield { digest: digests[place] as Digest, side }
}

test.each([
  { lefts: [], rights: [], pairs: '' },
  { lefts: [0, 2], rights: [], pairs: '0l 2l' },
  { lefts: [], rights: [1], pairs: '1r' },
  { lefts: [0, 1, 3], rights: [1, 2, 3, 4], pairs: '0l 1lr 2r 3lr 4r' },
  { lefts: [2, 4], rights: [0, 1, 2], pairs: '0r 1r 2lr 4l' },
])('pairs $lefts with $rights', async ({ lefts, rights, pairs }) => {
  const seen: string[] = []
  for await (const { digest, left, right } of pairUp(listing('l', lefts), listing('r', rights))) {
    seen.push(`${digests.indexOf(digest)}${left?.side ?? ''}${right?.side ?? ''}`)
  }
  expect(seen.join(' ')).toBe(pairs)
})
