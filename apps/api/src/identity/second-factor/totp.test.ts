import { generateSync } from 'otplib'
import { describe, expect, it } from 'vitest'
import { newSecret, stepOf, uriOf } from './totp.js'

/** RFC 6238, appendix B, "12345678901234567890" in base 32; its codes have eight digits, of which six are shown. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

describe('a code', () => {
  it.each([
    [59, '287082', 1],
    [1_111_111_109, '081804', 37_037_036],
    [20_000_000_000, '353130', 666_666_666],
  ])('of the specification counts in second %d', (second, code, step) => {
    expect(stepOf(secret, code, second * 1000)).toBe(step)
  })

  it('counts a step early and a step late, and no longer', () => {
    const at = (second: number) => stepOf(secret, '081804', second * 1000)
    expect([1_111_111_080 - 30, 1_111_111_109, 1_111_111_109 + 30].map(at)).toEqual([
      37_037_036, 37_037_036, 37_037_036,
    ])
    expect([1_111_111_080 - 31, 1_111_111_109 + 31].map(at)).toEqual([undefined, undefined])
  })

  it.each(['', '28708', '2870822', '287082\n', ' 287082', '２８７０８２', '28708a', '-28708'])('%j is none', (code) => {
    expect(stepOf(secret, code, 59_000)).toBeUndefined()
  })

  it('of another secret does not count', () => {
    expect(stepOf(newSecret(), generateSync({ secret }))).toBeUndefined()
  })
})

it('a secret has 160 bits, and is told to apps with whose it is', () => {
  const made = newSecret()
  expect(made).toMatch(/^[A-Z2-7]{32}$/)
  expect(made).not.toBe(newSecret())
  const uri = new URL(uriOf(made, 'kim@example.com', 'Berth registry.example.com'))
  expect(uri).toMatchObject({ protocol: 'otpauth:', host: 'totp' })
  expect(decodeURIComponent(uri.pathname)).toBe('/Berth registry.example.com:kim@example.com')
  expect(uri.searchParams.get('secret')).toBe(made)
  expect(uri.searchParams.get('issuer')).toBe('Berth registry.example.com')
})
