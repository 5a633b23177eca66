import { createSecretKey } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { csrfToken, requireSafeOrigin, sameToken } from './csrf.js'

const refused = expect.objectContaining({ reason: 'CSRF_REFUSED' }) as unknown

describe('a change without a session', () => {
  const host = 'hub.example'
  it.each([
    ['a program', {}, true],
    ['a page of this address', { 'sec-fetch-site': 'same-origin', origin: 'http://hub.example' }, true],
    ['the address bar', { 'sec-fetch-site': 'none' }, true],
    ['a page beside it', { 'sec-fetch-site': 'same-site' }, false],
    ['a page beside it that names this one', { 'sec-fetch-site': 'same-site', origin: 'http://hub.example' }, false],
    ['a foreign page', { 'sec-fetch-site': 'cross-site' }, false],
    ['a foreign page that names this one', { 'sec-fetch-site': 'cross-site', origin: 'http://hub.example' }, false],
    ['something that no browser says', { 'sec-fetch-site': '' }, false],
    ['an older browser on a page of this address', { origin: 'http://hub.example' }, true],
    ['an older browser on a foreign page', { origin: 'http://evil.example' }, false],
    ['an older browser on another port', { origin: 'http://hub.example:8080' }, false],
    ['an older browser in a sandbox', { origin: 'null' }, false],
    ['an origin that is none', { origin: 'hub.example' }, false],
    ['several origins', { origin: ['http://hub.example', 'http://evil.example'] }, false],
  ])('from %s', (_, headers, isFine) => {
    const check = () => requireSafeOrigin({ headers: { host, ...headers } }, undefined)
    if (isFine) expect(check).not.toThrow()
    else expect(check).toThrow(refused)
  })
})

describe('a token', () => {
  const key = createSecretKey(Buffer.alloc(32, 1))
  const token = csrfToken(key, 'cookie', 'session')

  it('is of one key, cookie and session', () => {
    expect(csrfToken(key, 'cookie', 'session')).toBe(token)
    const others = [
      csrfToken(createSecretKey(Buffer.alloc(32, 2)), 'cookie', 'session'),
      csrfToken(key, 'other', 'session'),
      csrfToken(key, 'cookie', 'other'),
      csrfToken(key, 'cookie', ''),
      csrfToken(key, 'cookies', 'ession'),
    ]
    expect(new Set([token, ...others]).size).toBe(6)
  })

  it('is the same as itself alone', () => {
    expect(sameToken(token, token)).toBe(true)
    for (const other of ['', token.slice(1), `${token}=`, token.toLowerCase()])
      expect(sameToken(other, token)).toBe(false)
  })
})

it('takes a page of the fixed address for its own, whatever name the proxy in front asked for', () => {
  const request = { headers: { origin: 'http://hub.example', host: 'berth-1:8080' } }
  expect(() => requireSafeOrigin(request, 'http://hub.example')).not.toThrow()
  for (const other of [undefined, 'http://other.example'])
    expect(() => requireSafeOrigin(request, other)).toThrow(refused)
})
