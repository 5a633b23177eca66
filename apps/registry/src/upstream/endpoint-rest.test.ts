import { RegistryError } from '@berth/registry-client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { EndpointRest } from './endpoint-rest.js'
import { UpstreamError } from './upstream-error.js'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const away = new UpstreamError('no answer')
const asks = (seconds: number) =>
  new UpstreamError('busy', 'too many', { cause: new RegistryError(429, 'TOOMANYREQUESTS', 'busy', seconds) })

/** More than any endpoint is left alone for. */
const LONGEST = 3600

/** Seconds, in whole ones, for which the endpoint is left alone from now on. */
function restOf(rest: EndpointRest, id = 1): number {
  for (let seconds = 0; seconds <= LONGEST; seconds++) {
    try {
      rest.require(id)
      return seconds
    } catch {
      vi.advanceTimersByTime(1000)
    }
  }
  throw new Error(`The endpoint is left alone for more than ${LONGEST} s.`)
}

test('a registry that does not answer is left alone for longer each time, but for a minute at most', () => {
  const rest = new EndpointRest()
  const rests = Array.from({ length: 8 }, () => {
    rest.failed(1, away)
    return restOf(rest)
  })
  expect(rests).toEqual([1, 2, 4, 8, 16, 32, 60, 60])
  rest.answered(1)
  expect(restOf(rest)).toBe(0)
  rest.failed(1, away)
  expect(restOf(rest)).toBe(1)
})

test('whoever asks meanwhile is told what was met, and other registries are asked', () => {
  const rest = new EndpointRest()
  rest.failed(1, away)
  expect(() => rest.require(1)).toThrow(away)
  expect(() => rest.require(2)).not.toThrow()
})

test.each([
  ['for as long as it asks', asks(5), 5],
  ['for a minute, where it does not say how long', new UpstreamError('busy', 'too many'), 60],
  ['for a quarter of an hour at most, whatever it asks', asks(86_400), 900],
  ['as otherwise, where it asks for nothing', asks(0), 60],
])('a registry that wants to be left alone is, %s', (_, error, seconds) => {
  const rest = new EndpointRest()
  rest.failed(1, error)
  expect(restOf(rest)).toBe(seconds)
})
