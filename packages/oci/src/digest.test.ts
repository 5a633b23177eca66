import { describe, expect, it } from 'vitest'
import { digestAlgorithm, digestHex, digestOf, isDigest, parseDigest, toDigest } from './digest.js'

describe('digests', () => {
  it('of sha256 and sha512 are accepted in lower-case hex of the right length', () => {
    for (const algorithm of ['sha256', 'sha512'] as const) {
      const digest = digestOf(Buffer.from('abc'), algorithm)
      expect(parseDigest(digest)).toBe(digest)
      expect(digestAlgorithm(digest)).toBe(algorithm)
      expect(`${algorithm}:${digestHex(digest)}`).toBe(digest)
    }
  })

  it('are SHA-256 unless told otherwise', () => {
    const known = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
    expect(digestOf(Buffer.from('abc'))).toBe(`sha256:${known}`)
    expect(toDigest('sha256', known)).toBe(`sha256:${known}`)
    expect(() => toDigest('sha512', known)).toThrow('digest must be sha256:<64 hex digits> or sha512:<128 hex digits>')
  })

  it.each([
    'sha256:baddigeststring',
    `sha256:${'A'.repeat(64)}`,
    `sha256:${'a'.repeat(63)}`,
    `md5:${'a'.repeat(32)}`,
    `sha256:${'a'.repeat(64)}/../../x`,
    `sha512:${'a'.repeat(64)}`,
    `sha256:${'a'.repeat(128)}`,
    `x-sha256:${'a'.repeat(64)}`,
    `sha256:${'g'.repeat(64)}`,
    `sha256:${'a'.repeat(64)}\n`,
    '',
  ])('refuses %j', (text) => {
    expect(isDigest(text)).toBe(false)
    expect(() => parseDigest(text)).toThrow(expect.objectContaining({ code: 'DIGEST_INVALID' }))
  })
})
