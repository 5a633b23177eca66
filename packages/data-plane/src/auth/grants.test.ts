import { afterEach, expect, it, vi } from 'vitest'
import { Grants } from './grants.js'

const grants = new Grants('00'.repeat(32))
const granted = { repository: 'dev/app', authorization: 'Bearer a.b.c' }
afterEach(() => {
  vi.useRealTimers()
})

const alice = { subject: 'álice.b', caller: { kind: 'user', id: 7, mark: 'ab' } } as const
const nobody = { subject: undefined, caller: undefined }

it('proves a repository, credentials and whose they are', () => {
  expect(grants.verify(grants.issue(granted, alice), granted)).toEqual(alice)
  expect(grants.verify(grants.issue(granted, nobody), granted)).toEqual(nobody)
})

it('is good for no other repository, credentials, key or subject', () => {
  const grant = grants.issue(granted, alice)
  expect(grants.verify(grant, { ...granted, repository: 'dev/other' })).toBeUndefined()
  expect(grants.verify(grant, { ...granted, authorization: 'Bearer x.b.c' })).toBeUndefined()
  expect(new Grants('01'.repeat(32)).verify(grant, granted)).toBeUndefined()
  const [expires, , signature] = grant.split('.')
  const forged = `${expires}.${Buffer.from(JSON.stringify({ ...alice, subject: 'mallory' })).toString('base64url')}.${signature}`
  expect(grants.verify(forged, granted)).toBeUndefined()
  for (const text of ['', '.', 'a.b.c', 'x'.repeat(10_000)]) expect(grants.verify(text, granted)).toBeUndefined()
})

it('may be for somebody without credentials, and is good for nobody else then', () => {
  const open = { repository: 'dev/app', authorization: undefined }
  const grant = grants.issue(open, nobody)
  expect(grants.verify(grant, open)).toEqual(nobody)
  expect(grants.verify(grant, granted)).toBeUndefined()
  expect(grants.verify(grant, { ...open, authorization: 'dev/app' })).toBeUndefined()
})

it('ends after a day', () => {
  vi.useFakeTimers()
  const grant = grants.issue(granted, alice)
  vi.advanceTimersByTime(23 * 60 * 60 * 1000)
  expect(grants.verify(grant, granted)).toBeDefined()
  vi.advanceTimersByTime(2 * 60 * 60 * 1000)
  expect(grants.verify(grant, granted)).toBeUndefined()
})
