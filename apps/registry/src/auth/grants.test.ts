import { afterEach, expect, it, vi } from 'vitest'
import { Grants } from './grants.js'

const grants = new Grants('00'.repeat(32))
const request = { method: 'PATCH', url: '/v2/dev/app/blobs/uploads/1?state=x' }
afterEach(() => {
  vi.useRealTimers()
})

it('proves a request and its subject', () => {
  expect(grants.verify(grants.issue(request, 'álice.b'), request)).toEqual({ subject: 'álice.b' })
  expect(grants.verify(grants.issue(request, undefined), request)).toEqual({ subject: undefined })
})

it('is good for no other request, key or subject', () => {
  const grant = grants.issue(request, 'alice')
  expect(grants.verify(grant, { ...request, method: 'PUT' })).toBeUndefined()
  expect(grants.verify(grant, { ...request, url: '/v2/dev/other/blobs/uploads/1' })).toBeUndefined()
  expect(new Grants('01'.repeat(32)).verify(grant, request)).toBeUndefined()
  const [expires, , signature] = grant.split('.')
  const forged = `${expires}.${Buffer.from('mallory').toString('base64url')}.${signature}`
  expect(grants.verify(forged, request)).toBeUndefined()
  for (const text of ['', '.', 'a.b.c', 'x'.repeat(10_000)]) expect(grants.verify(text, request)).toBeUndefined()
})

it('ends after a day', () => {
  vi.useFakeTimers()
  const grant = grants.issue(request, 'alice')
  vi.advanceTimersByTime(23 * 60 * 60 * 1000)
  expect(grants.verify(grant, request)).toBeDefined()
  vi.advanceTimersByTime(2 * 60 * 60 * 1000)
  expect(grants.verify(grant, request)).toBeUndefined()
})
