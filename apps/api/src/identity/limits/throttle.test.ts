import { Redis } from 'ioredis'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Throttle } from './throttle.js'

const limit = { times: 2, windowSeconds: 10 }

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a throttle whose Redis is away', () => {
  const throttle = () => {
    const redis = new Redis({ lazyConnect: true, enableOfflineQueue: false })
    redis.disconnect()
    return new Throttle(redis)
  }

  it('makes a key wait for the rest of its window only, which later events do not prolong', async () => {
    const counts = throttle()
    await counts.count('a', limit)
    expect(await counts.waitFor('a', limit)).toBe(0)
    vi.advanceTimersByTime(4000)
    await counts.count('a', limit)
    await counts.count('a', limit)
    expect(await counts.waitFor('a', limit)).toBe(6)
    expect(await counts.waitFor('b', limit)).toBe(0)
    vi.advanceTimersByTime(6000)
    expect(await counts.waitFor('a', limit)).toBe(0)
  })

  it('forgets a key that has made good', async () => {
    const counts = throttle()
    await counts.count('a', limit)
    await counts.count('a', limit)
    await counts.forget('a', limit)
    expect(await counts.waitFor('a', limit)).toBe(0)
  })
})
