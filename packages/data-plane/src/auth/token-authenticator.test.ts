import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { parseRepositoryName } from '@berth/oci'
import jwt from 'jsonwebtoken'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Action, Scope } from './identity.js'
import { TokenAuthenticator } from './token-authenticator.js'

const pair = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
const keys = pair()
const settings = { certificate: keys.publicKey, service: 'harbor-registry', issuer: 'harbor-token-issuer' }
const authenticator = new TokenAuthenticator(settings)
const app = parseRepositoryName('dev/app')
const on = (...actions: Action[]): Scope => ({ type: 'repository', name: app, actions })

function sign(access: unknown, options: jwt.SignOptions = {}, key = keys.privateKey, more: object = {}): string {
  const defaults = { algorithm: 'RS256', issuer: settings.issuer, audience: settings.service, expiresIn: 60 } as const
  return `Bearer ${jwt.sign({ access, ...more }, key, { subject: 'alice', ...defaults, ...options })}`
}

afterEach(() => {
  vi.useRealTimers()
})

describe('a token', () => {
  it('grants what its access list says, and nothing else', async () => {
    const identity = await authenticator.identify(
      sign([
        { type: 'repository', name: 'dev/app', actions: ['pull', 'push'] },
        { type: 'repository', name: 'dev/hidden', actions: [] },
      ]),
    )
    expect(identity?.subject).toBe('alice')
    expect(identity?.may(on('pull', 'push'))).toBe(true)
    expect(identity?.may(on('pull', 'delete'))).toBe(false)
    expect(identity?.may({ type: 'repository', name: parseRepositoryName('dev/app2'), actions: ['pull'] })).toBe(false)
    expect(identity?.may({ type: 'catalog' })).toBe(false)
    expect(identity?.mentions(parseRepositoryName('dev/hidden'))).toBe(true)
    expect(identity?.named).toEqual(['dev/app', 'dev/hidden'])
  })

  it('may list the catalog', async () => {
    const identity = await authenticator.identify(sign([{ type: 'registry', name: 'catalog', actions: ['*'] }]))
    expect(identity?.may({ type: 'catalog' })).toBe(true)
    expect(identity?.may(on('pull'))).toBe(false)
  })

  it('says which user or robot asks, by which credentials', async () => {
    const callerOf = async (caller: unknown) =>
      (await authenticator.identify(sign([], {}, keys.privateKey, { caller })))?.caller
    expect(await callerOf({ kind: 'robot', id: 7, mark: 'ab' })).toEqual({ kind: 'robot', id: 7, mark: 'ab' })
    for (const other of [undefined, 'robot', { kind: 'system', id: 1, mark: 'ab' }, { kind: 'user', id: 1 }])
      expect(await callerOf(other)).toBeUndefined()
  })

  it('may list what its caller may pull, without the right to all of it', async () => {
    const of = (access: object[]) => authenticator.identify(sign(access))
    const own = await of([{ type: 'registry', name: 'catalog', actions: ['pull'] }])
    expect([own?.listsOwn, own?.may({ type: 'catalog' })]).toEqual([true, false])
    for (const nothing of [
      { type: 'registry', name: 'other', actions: ['*', 'pull'] },
      { type: 'repository', name: 'catalog', actions: ['*', 'pull'] },
      { type: 'registry', name: 'catalog', actions: null },
      { type: 'registry', name: 'catalog', actions: ['list'] },
    ]) {
      const identity = await of([nothing])
      expect([identity?.listsOwn, identity?.may({ type: 'catalog' })]).toEqual([false, false])
    }
    const both = await of([
      { type: 'registry', name: 'catalog', actions: ['*'] },
      { type: 'registry', name: 'catalog', actions: ['pull'] },
    ])
    expect([both?.listsOwn, both?.may({ type: 'catalog' })]).toEqual([true, true])
  })

  it('adds up what it says of a repository, of whatever class', async () => {
    const identity = await authenticator.identify(
      sign([
        { type: 'repository', name: 'dev/app', actions: ['pull'] },
        { type: 'repository(plugin)', name: 'dev/app', actions: ['delete', 'dance'] },
        { type: 'repository', name: 'dev/all', actions: ['*'] },
        { type: 'repository', name: 'dev/none', actions: null },
        { type: 'my-repository', name: 'dev/other', actions: ['pull'] },
        { type: 'repository', name: '../etc', actions: ['pull'] },
      ]),
    )
    const inAll = (...actions: Action[]): Scope => ({
      type: 'repository',
      name: parseRepositoryName('dev/all'),
      actions,
    })
    expect(identity?.may(on('pull', 'delete'))).toBe(true)
    expect(identity?.may(on('push'))).toBe(false)
    expect(identity?.may(inAll('pull', 'push', 'delete'))).toBe(true)
    expect(identity?.named).toEqual(['dev/app', 'dev/all', 'dev/none'])
    expect(identity?.mentions(parseRepositoryName('dev/other'))).toBe(false)
  })

  it('tells when it ends, with what clocks may differ by', async () => {
    vi.useFakeTimers({ now: 1_800_000_000_000 })
    expect((await authenticator.identify(sign(undefined)))?.expires).toBe(1_800_000_000_000 + 120_000)
    expect((await authenticator.identify(sign([], { expiresIn: -59 })))?.subject).toBe('alice')
    expect(await authenticator.identify(sign([], { expiresIn: -61 }))).toBeUndefined()
  })

  it('may be signed with any of the keys that are trusted for its header', async () => {
    const other = pair()
    const trusted = [generateKeyPairSync('ed25519').publicKey, createPublicKey(keys.publicKey)]
    const asked: unknown[] = []
    const trust = {
      service: settings.service,
      issuer: settings.issuer,
      algorithms: ['RS256'] as const,
      keysFor: (header: object) => {
        asked.push(header)
        return trusted
      },
      realm: (origin: string) => `${origin}/elsewhere`,
    }
    const several = new TokenAuthenticator(trust)
    expect((await several.identify(sign([])))?.subject).toBe('alice')
    expect(await several.identify(sign([], {}, other.privateKey))).toBeUndefined()
    expect(asked).toEqual([
      { alg: 'RS256', typ: 'JWT' },
      { alg: 'RS256', typ: 'JWT' },
    ])
    expect(several.challenge('http://a', [])).toBe('Bearer realm="http://a/elsewhere",service="harbor-registry"')
  })

  it('stands behind its scheme, in any letters and with any blanks', async () => {
    const token = sign([]).slice('Bearer '.length)
    for (const header of [`bearer ${token}`, `BEARER   ${token}  `])
      expect((await authenticator.identify(header))?.subject).toBe('alice')
    for (const header of [`Bearer${token}`, `x Bearer ${token}`, `Bearer ${token} x`, token])
      expect(await authenticator.identify(header)).toBeUndefined()
  })

  it('of nobody is anonymous', async () => {
    const identity = await authenticator.identify(sign([], { subject: '' }))
    expect(identity).toMatchObject({ subject: undefined })
  })

  it.each([
    ['another key', sign([], {}, pair().privateKey)],
    ['another issuer', sign([], { issuer: 'other' })],
    ['another service', sign([], { audience: 'other' })],
    ['an end long past', sign([], { expiresIn: -3600 })],
    ['no signature', `Bearer ${jwt.sign({ access: [] }, '', { algorithm: 'none' })}`],
    ['a shared secret', `Bearer ${jwt.sign({ access: [] }, 'secret', { algorithm: 'HS256' })}`],
    ['an access list of another shape', sign('everything')],
  ])('with %s is refused', async (_, header) => {
    expect(await authenticator.identify(header)).toBeUndefined()
  })

  it('is remembered no longer than it lives', async () => {
    vi.useFakeTimers()
    const header = sign([])
    expect(await authenticator.identify(header)).toBeDefined()
    vi.advanceTimersByTime(110_000)
    expect(await authenticator.identify(header)).toBeDefined()
    vi.advanceTimersByTime(20_000)
    expect(await authenticator.identify(header)).toBeUndefined()
  })
})

it('remembers tokens up to a number of bytes, those that came last', async () => {
  const names = Array.from({ length: 100 }, (_, place) => `${'n'.repeat(140)}/r${place}`)
  const tokens = Array.from({ length: 160 }, (_, place) =>
    sign(
      names.map((name) => ({ type: 'repository', name, actions: ['pull'] })),
      { subject: `user${place}` },
    ),
  )
  for (const token of tokens) expect(await authenticator.identify(token)).toBeDefined()
  const verify = vi.spyOn(jwt, 'verify')
  const costs = async (token = '') => {
    verify.mockClear()
    await authenticator.identify(token)
    return verify.mock.calls.length
  }
  expect(await costs(tokens.at(-1))).toBe(0)
  expect(await costs(tokens[0])).toBe(1)
  verify.mockRestore()
  const tooLong = sign([{ type: 'repository', name: 'a/b', actions: ['x'.repeat(40_000)] }])
  expect(await authenticator.identify(tooLong)).toBeUndefined()
})

it.each([undefined, '', 'Basic YWxpY2U6eA==', 'Bearer', 'Bearer  '])('takes %j for no token', async (header) => {
  expect(await authenticator.identify(header)).toBeUndefined()
})

it('challenges with realm, service and the scopes that are wanted', () => {
  const scopes: Scope[] = [on('pull', 'push'), { type: 'catalog' }]
  expect(authenticator.challenge('https://berth.example:8443', scopes)).toBe(
    'Bearer realm="https://berth.example:8443/service/token",service="harbor-registry",' +
      'scope="repository:dev/app:pull,push registry:catalog:*"',
  )
  expect(authenticator.challenge('http://a', [])).toBe(
    'Bearer realm="http://a/service/token",service="harbor-registry"',
  )
  expect(authenticator.challenge('http://a', [on('pull')], 'insufficient_scope')).toBe(
    'Bearer realm="http://a/service/token",service="harbor-registry",scope="repository:dev/app:pull",error="insufficient_scope"',
  )
})
