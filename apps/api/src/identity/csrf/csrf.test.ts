import { expect, it } from 'vitest'
import { requireSafeOrigin } from './csrf.js'

it('takes a page of the fixed address for its own, whatever name the proxy in front asked for', () => {
  const request = { headers: { origin: 'http://hub.example', host: 'berth-1:8080' } }
  expect(() => requireSafeOrigin(request, 'http://hub.example')).not.toThrow()
  for (const other of [undefined, 'http://other.example'])
    expect(() => requireSafeOrigin(request, other)).toThrow(expect.objectContaining({ reason: 'CSRF_REFUSED' }))
})
