import { OutboundError } from '@berth/outbound'
import { RegistryError, SignInError } from '@berth/registry-client'
import { expect, test } from 'vitest'
import { readFailure, UpstreamError } from './upstream-error.js'

const answer = (status: number) => new RegistryError(status, 'UNKNOWN', `answered ${status}`)

test.each([401, 403, 404])('%i says that there is no such thing', (status) => {
  expect(readFailure(answer(status), 'a.example')).toBeUndefined()
})

test.each([
  ['a refused sign-in', new SignInError(401, 'UNAUTHORIZED', 'no'), 'unavailable', 'UNAVAILABLE'],
  ['a forbidden sign-in', new SignInError(403, 'DENIED', 'no'), 'unavailable', 'UNAVAILABLE'],
  ['an error of the other side', answer(500), 'unavailable', 'UNAVAILABLE'],
  ['a wrong answer', answer(200), 'unavailable', 'UNAVAILABLE'],
  ['too many requests', answer(429), 'too many', 'TOOMANYREQUESTS'],
])('%s says nothing of what was asked for', (_, error, reason, code) => {
  const failure = readFailure(error, 'a.example')
  expect(failure).toMatchObject({ reason, cause: error })
  expect(failure?.toClient()).toMatchObject({ code, cause: failure })
})

test('what was found before stays, no answer is one, and what is no fault of the other side is thrown', () => {
  const found = new UpstreamError('away')
  expect(readFailure(found, 'a.example')).toBe(found)
  const silence = new OutboundError('timeout', 'no answer')
  expect(readFailure(silence, 'a.example')).toMatchObject({ reason: 'unavailable', cause: silence })
  const own = new TypeError('undefined is no function')
  expect(() => readFailure(own, 'a.example')).toThrow(own)
})
