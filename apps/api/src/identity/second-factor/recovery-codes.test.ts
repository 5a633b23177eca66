import { deriveKey } from '@berth/secrets'
import { describe, expect, it } from 'vitest'
import { grouped, hashRecoveryCode, newRecoveryCodes, readRecoveryCode } from './recovery-codes.js'

describe('recovery codes', () => {
  it('are ten, all different, and read as people write them', () => {
    const codes = newRecoveryCodes()
    expect(new Set(codes).size).toBe(10)
    for (const code of codes) {
      expect(grouped(code)).toMatch(/^[a-z2-9]{5}-[a-z2-9]{5}$/)
      for (const text of [code, grouped(code), grouped(code).toUpperCase(), ` ${code.slice(0, 3)} ${code.slice(3)}\n`])
        expect(readRecoveryCode(text)).toBe(code)
    }
  })

  it.each(['', '123456', 'abcde-fghj', 'abcde-fghjkm', 'abcde-fghjl', 'äbcde-fghjk'])('%j is none', (text) => {
    expect(readRecoveryCode(text)).toBeUndefined()
  })

  it('are kept as hashes that tell neither which code it is nor whether two users have the same', () => {
    const key = deriveKey('ab'.repeat(32), 'recovery code')
    const hash = hashRecoveryCode(key, 1, 'abcdefghjk')
    expect(hash).toEqual(hashRecoveryCode(key, 1, 'abcdefghjk'))
    expect(hash).not.toEqual(hashRecoveryCode(key, 2, 'abcdefghjk'))
    expect(hash).not.toEqual(hashRecoveryCode(deriveKey('ab'.repeat(32), 'session'), 1, 'abcdefghjk'))
  })
})
