import { describe, expect, it } from 'vitest'
import { digestAlgorithm, digestHex, digestOf, isDigest, parseDigest } from './digest.js'

describe('digests', () => {
  it('of sha256 and sha512 are accepted in lower-case hex of the right length', () => {
    for (const algorithm of ['sha256', 'sha512'] as const) {
      const digest = digestOf(Buffer.from('abc'), algorithm)
      expect(parseDigest(digest)).toBe(digest)
      expect(digestAlgorithm(digest)).toBe(algorithm)
      expect(`${algorithm}:${digestHex(digest)}`).toBe(digest)
    }
  })

  it.each([
    'sha256:baddigeststring',
    `sha256:${'A'.repeat(64)}`,
    `sha256:${'a'.repeat(63)}`,
    `md5:${'a'.repeat(32)}`,
    `sha256:${'a'.repeat(64)}/../../x`,
    `sha256:${'a'.repeat(64)}\n`,
    '',
  ])('refuses %j', (text) => {
    expect(isDigest(text)).toBe(false)
    expect(() => parseDigest(text)).toThrow(expect.objectContaining({ code: 'DIGEST_INVALID' }))
  })
})
