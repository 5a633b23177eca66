import { describe, expect, it } from 'vitest'
import { hashSecret, kindOf, newSecret, requireGoodSecret } from './secret.js'

describe.each(['robot', 'token', 'cli'] as const)('a generated secret of a %s', (kind) => {
  it('says what it is, and differs each time', () => {
    const [one, other] = [newSecret(kind), newSecret(kind)]
    expect(one).not.toBe(other)
    expect(kindOf(one)).toBe(kind)
  })

  it('is none with anything more or less', () => {
    const secret = newSecret(kind)
    for (const near of [`${secret}x`, secret.slice(0, -1), `x${secret}`, `${secret}\n`, secret.replace('_', '-')])
      expect(kindOf(near)).toBeUndefined()
  })
})

it('hashes under a key', () => {
  expect(hashSecret('a', 'ab'.repeat(32))).not.toEqual(hashSecret('a', 'cd'.repeat(32)))
  expect(hashSecret('a', 'ab'.repeat(32))).toEqual(hashSecret('a', 'ab'.repeat(32)))
})

it('of somebody’s own choice has to be a strong one', () => {
  expect(() => requireGoodSecret('Passw0rdPassw0rd')).not.toThrow()
  expect(() => requireGoodSecret('short')).toThrow(expect.objectContaining({ reason: 'BAD_SECRET' }))
})
