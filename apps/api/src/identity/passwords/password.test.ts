import { describe, expect, it } from 'vitest'
import { hashPassword, passwordMatches, requireGoodPassword } from './password.js'

describe('passwords', () => {
  it.each(['Passw0rd', `Aa1${'x'.repeat(69)}`, 'Aa1密码密码密码'])('accept %s', (password) => {
    expect(() => requireGoodPassword(password)).not.toThrow()
  })

  it.each([
    ['Passw0r', 'WEAK_PASSWORD'],
    ['passw0rd', 'WEAK_PASSWORD'],
    ['PASSW0RD', 'WEAK_PASSWORD'],
    ['Password', 'WEAK_PASSWORD'],
    [`Aa1${'x'.repeat(126)}`, 'WEAK_PASSWORD'],
    [`Aa1${'x'.repeat(70)}`, 'PASSWORD_TOO_LONG'],
    [`Aa1${'密'.repeat(24)}`, 'PASSWORD_TOO_LONG'],
  ])('refuse %s: %s', (password, reason) => {
    expect(() => requireGoodPassword(password)).toThrow(expect.objectContaining({ reason }))
  })

  it('match their own hash alone, and never a missing one', async () => {
    const hash = await hashPassword('Passw0rd')
    expect(await passwordMatches('Passw0rd', hash)).toBe(true)
    expect(await passwordMatches('Passw0rd ', hash)).toBe(false)
    expect(await passwordMatches('decoy', undefined)).toBe(false)
    // What is cut off at 72 bytes would match its beginning.
    const long = `Aa1${'x'.repeat(69)}`
    expect(await passwordMatches(`${long}y`, await hashPassword(long))).toBe(false)
  })
})
