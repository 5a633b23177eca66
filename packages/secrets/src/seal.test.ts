import { describe, expect, it } from 'vitest'
import { deriveKey } from './derive-key.js'
import { open, seal, SealError } from './seal.js'

const secretKey = 'ab'.repeat(32)
const key = deriveKey(secretKey, 'settings')
const sealed = seal(key, 'hunter2 密码', 'ldap_search_password')

it('derives the keys that installations have derived so far', () => {
  const hex = deriveKey(secretKey, 'settings').export().toString('hex')
  expect(hex).toBe('e5205a77160c335073752a3415603f2991588ba9dc30cee5b6e447b80a3acead')
})

describe('a sealed value', () => {
  it('of an earlier version of Berth opens', () => {
    const stored = 'v1.Es2-ffxwQsEE0XuVDPJ8NsVw5E7xVOSN4Tp7v24A6X4HUfbWwFALHCbt'
    expect(open(key, stored, 'ldap_search_password')).toBe('hunter2 密码')
  })

  it('that does not open is told of with its place, and never with what it holds', () => {
    const failure = (value: string) => {
      try {
        return open(key, value, 'oidc_client_secret')
      } catch (error) {
        return error
      }
    }
    expect(failure(sealed)).toMatchObject({
      name: 'SealError',
      message: 'The sealed value of oidc_client_secret cannot be opened with this key.',
      cause: expect.any(Error) as unknown,
    })
    expect(failure('hunter2')).toMatchObject({
      name: 'SealError',
      message: 'What is stored for oidc_client_secret is not a sealed value.',
    })
  })

  it('opens in its place, and shows nothing before', () => {
    expect(open(key, sealed, 'ldap_search_password')).toBe('hunter2 密码')
    expect(open(key, seal(key, '', 'empty'), 'empty')).toBe('')
    expect(sealed).toMatch(/^v1\.[\w-]+$/)
    expect(Buffer.from(sealed.slice(3), 'base64url').toString()).not.toContain('hunter2')
  })

  it('is another one each time', () => {
    expect(seal(key, 'hunter2', 'x')).not.toBe(seal(key, 'hunter2', 'x'))
  })

  it.each([
    ['in another place', key, sealed, 'oidc_client_secret'],
    ['with a key for another purpose', deriveKey(secretKey, 'registries'), sealed, 'ldap_search_password'],
    ['with the key of another installation', deriveKey('cd'.repeat(32), 'settings'), sealed, 'ldap_search_password'],
    ['with a bit changed', key, changed(sealed), 'ldap_search_password'],
    ['cut short', key, sealed.slice(0, 20), 'ldap_search_password'],
    ['of another version', key, sealed.replace('v1', 'v2'), 'ldap_search_password'],
    ['with more behind it', key, `${sealed}.more`, 'ldap_search_password'],
    ['that was never sealed', key, 'hunter2', 'ldap_search_password'],
    ['of nothing', key, '', 'ldap_search_password'],
  ])('does not open %s', (_, by, value, place) => {
    expect(() => open(by, value, place)).toThrow(SealError)
  })
})

function changed(value: string): string {
  const bytes = Buffer.from(value.slice(3), 'base64url')
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1)
  return `v1.${bytes.toString('base64url')}`
}

it.each(['', 'ab'.repeat(31), 'ab'.repeat(33), 'xy'.repeat(32), `${'ab'.repeat(32)}\n`])(
  'no key comes of %j',
  (text) => {
    expect(() => deriveKey(text, 'settings')).toThrow('64 hexadecimal digits')
  },
)
