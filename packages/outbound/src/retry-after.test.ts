import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { retryAfterOf } from './retry-after.js'

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-27T12:00:00Z') }))
afterEach(() => void vi.useRealTimers())

it.each([
  ['120', 120],
  ['1e9', 1e9],
  ['Fri, 27 Nov 2026 12:02:00 GMT', 120],
  ['Fri, 27 Nov 2026 11:00:00 GMT', 0],
  ['-5', 0],
  ['soon', undefined],
  ['', undefined],
  [undefined, undefined],
])('reads %j as %j seconds', (text, seconds) => {
  expect(retryAfterOf({ header: () => text })).toBe(seconds)
})
