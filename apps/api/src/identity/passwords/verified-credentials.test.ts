import { describe, expect, it } from 'vitest'
import { VerifiedCredentials } from './verified-credentials.js'

describe('VerifiedCredentials', () => {
  it('knows what it was told for five minutes, and nothing near it', () => {
    let now = 1
    const verified = new VerifiedCredentials({ now: () => now })
    verified.add('hash', 'password')
    now += 5 * 60_000
    expect(verified.has('hash', 'password')).toBe(true)
    expect(verified.has('hash', 'Password')).toBe(false)
    expect(verified.has('new hash', 'password')).toBe(false)
    now += 1
    expect(verified.has('hash', 'password')).toBe(false)
  })

  it('forgets the oldest rather than to grow for ever', () => {
    const verified = new VerifiedCredentials()
    for (let n = 0; n <= 2000; n += 1) verified.add('hash', String(n))
    expect(verified.has('hash', '0')).toBe(false)
    expect(verified.has('hash', '2000')).toBe(true)
  })
})
