import { describe, expect, it } from 'vitest'
import { isIdToken, issuerOf, type Trust, trusts } from './id-token.js'

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const token = (claims: unknown) => `${part({ alg: 'RS256' })}.${part(claims)}.c2ln`

describe('a password with the form of a token', () => {
  it('is one up to 8 KiB', () => {
    const one = token({ iss: 'https://ci.example' })
    expect(isIdToken(one)).toBe(true)
    expect(isIdToken(one.padEnd(8192, 'A'))).toBe(true)
    expect(isIdToken(one.padEnd(8193, 'A'))).toBe(false)
  })

  it.each([
    '',
    'Harbor12345',
    'berth_robot_x',
    'eyJ.a.b',
    'eyJh.b',
    'eyJh..b',
    'eyJh.a.',
    'eyJh.a.b.c',
    'xeyJh.a.b',
    'eyJh.a.b ',
    'eyJh.a!.b',
  ])('%j is none', (password) => {
    expect(isIdToken(password)).toBe(false)
  })
})

describe('the issuer that a token names', () => {
  it('is its claim', () => {
    expect(issuerOf(token({ iss: 'https://ci.example' }))).toBe('https://ci.example')
  })

  it.each([
    ['none is named', token({})],
    ['PostgreSQL could not take it', token({ iss: 'https://ci\0.example' })],
    ['it is no token', 'eyJh.a.b'],
  ])('is unknown where %s', (_, text) => {
    expect(issuerOf(text)).toBeUndefined()
  })
})

describe('a robot’s trust', () => {
  const trust: Trust = { issuer: 'https://ci.example', audience: 'hub', claims: { repo: 'team/*', ref: 'main' } }
  const payload = { iss: 'https://ci.example', aud: 'hub', repo: 'team/app', ref: 'main' }
  const takes = (more: object, changed: Partial<Trust> = {}) =>
    trusts({ ...trust, ...changed }, { ...payload, ...more })

  it('takes a token of its issuer and for its audience, each of whose claims matches', () => {
    expect(takes({})).toBe(true)
    expect(takes({ aud: ['other', 'hub'] })).toBe(true)
    expect(takes({ repo: ['elsewhere', 'team/app'] })).toBe(true)
    expect(takes({ ref: true }, { claims: { ref: 'true' } })).toBe(true)
    expect(takes({ ref: 7 }, { claims: { ref: '7' } })).toBe(true)
    expect(takes({ ref: 'x'.repeat(1024) }, { claims: { ref: '*' } })).toBe(true)
  })

  it.each<[string, object, Partial<Trust>]>([
    ['another issuer', { iss: 'https://other.example' }, {}],
    ['another audience', { aud: 'other' }, {}],
    ['no audience', { aud: undefined }, {}],
    ['one claim of two that does not match', { ref: 'dev' }, {}],
    ['a claim that is not there', { ref: undefined }, {}],
    ['a claim that every object has', {}, { claims: { toString: '**' } }],
    ['a claim of no text', { ref: { name: 'main' } }, {}],
    ['a claim of null', { ref: null }, { claims: { ref: '**' } }],
    ['a claim that is too long to be matched', { ref: 'x'.repeat(1025) }, { claims: { ref: '**' } }],
    ['no claim that it names', {}, { claims: {} }],
  ])('takes none with %s', (_, more, changed) => {
    expect(takes(more, changed)).toBe(false)
  })
})
