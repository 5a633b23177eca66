import { expect, test } from 'vitest'
import { accessoryTag } from './accessory-tag'

const hex = 'ab'.repeat(32)

test('knows what cosign stores under the digest of an image', () => {
  expect(accessoryTag(`sha256-${hex}.sig`)).toEqual({ kind: 'signature', digest: `sha256:${hex}` })
  expect(accessoryTag(`sha256-${hex}.att`)?.kind).toBe('attestation')
})

test('takes no other tag for one', () => {
  for (const name of ['v1.0.0', `sha256-${hex}`, `sha256-${hex.slice(2)}.sig`, `v-${hex}.sig`])
    expect(accessoryTag(name)).toBeUndefined()
})
