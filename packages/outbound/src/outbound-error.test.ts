import { describe, expect, it } from 'vitest'
import { OutboundError, toOutboundError } from './outbound-error.js'

const url = new URL('https://hub.example:8443/v2/')
const named = (name: string) => Object.assign(new Error('the client says'), { name })
const coded = (code: string, message = 'the client says') => Object.assign(new Error(message), { code })

describe('what the client throws', () => {
  it.each([
    ...['UND_ERR_INVALID_ARG', 'UND_ERR_NOT_SUPPORTED', 'UND_ERR_REQ_CONTENT_LENGTH_MISMATCH'].map(
      (code) => [coded(code), 'request-refused', 'nothing can be sent to hub.example:8443: the client says'] as const,
    ),
    [new TypeError('no header'), 'request-refused', 'nothing can be sent to hub.example:8443: no header'] as const,
    ...['UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'ETIMEDOUT'].map(
      (code) => [coded(code), 'timeout', 'hub.example:8443 did not answer in time'] as const,
    ),
    [named('TimeoutError'), 'timeout', 'hub.example:8443 did not answer in time'] as const,
    [coded('ECONNREFUSED'), 'unreachable', 'hub.example:8443 cannot be reached: the client says'] as const,
    [coded('ECONNREFUSED', ''), 'unreachable', 'hub.example:8443 cannot be reached: ECONNREFUSED'] as const,
    [new Error('broken off'), 'unreachable', 'hub.example:8443 cannot be reached: broken off'] as const,
  ])('%s is told of as %s', (thrown, reason, message) => {
    const error = toOutboundError(thrown, url)
    expect(error).toBeInstanceOf(OutboundError)
    expect(error).toMatchObject({ name: 'OutboundError', reason, message, cause: thrown })
  })

  it('stays as it is where it says that already, where a caller has ended it, and where it is no error', () => {
    for (const thrown of [new OutboundError('too-large', 'x'), named('AbortError'), 'x', undefined])
      expect(toOutboundError(thrown, url)).toBe(thrown)
  })

  it('is the refusal of the guard, where that lies within', () => {
    const refusal = new OutboundError('address-refused', 'x')
    expect(toOutboundError(new Error('fetch failed', { cause: refusal }), url)).toBe(refusal)
  })
})

it.each([
  ['timeout', true],
  ['unreachable', true],
  ['address-refused', false],
  ['redirect-refused', false],
  ['request-refused', false],
  ['too-large', false],
] as const)('%s may pass by itself: %s', (reason, is) => {
  expect(new OutboundError(reason, 'x').isTransient).toBe(is)
})
