import { expect, it } from 'vitest'
import { accessoryTagNames, isAccessoryTag, namesAccessory } from './accessory-tag.js'
import { digestOf } from './digest.js'
import { parseTag } from './names.js'

const hex = '0123456789abcdef'.repeat(4)

it.each([`sha256-${hex}.sig`, `sha256-${hex}.att`, `sha256-${hex}.sbom`])('takes %s for an accessory', (tag) => {
  expect(isAccessoryTag(parseTag(tag))).toBe(true)
})

it.each(['v1', `sha256-${hex}`, `sha256-${hex}.sigs`, `sha256-${hex}xsig`, `x-sha256-${hex}.sig`, 'sha256-abc.sig'])(
  'takes %s for a tag like any other',
  (tag) => {
    expect(isAccessoryTag(parseTag(tag))).toBe(false)
  },
)

it('names every tag by which something belongs to a digest', () => {
  const names = accessoryTagNames(digestOf(Buffer.from('x')))
  expect(names).toHaveLength(4)
  expect(names.every(namesAccessory)).toBe(true)
})

it('a tag of cosign or of referrers names an accessory', () => {
  for (const tag of [`sha256-${hex}.sig`, `sha256-${hex}`, `sha512-${hex}`])
    expect(namesAccessory(parseTag(tag))).toBe(true)
  for (const tag of ['v1', `sha256-${hex}0`, `x-sha256-${hex}`, `md5-${hex}`])
    expect(namesAccessory(parseTag(tag))).toBe(false)
})
