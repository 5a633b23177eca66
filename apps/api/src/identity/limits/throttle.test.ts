import { Redis } from 'ioredis'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Throttle } from './throttle.js'

const limit = { times: 2, windowSeconds: 10 }
const a = { key: 'a', limit }
const b = { key: 'b', limit }

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
    expect(await counts.take(a)).toBe(0)
    vi.advanceTimersByTime(4000)
    expect(await counts.take(a)).toBe(0)
    for (let more = 0; more < 3; more += 1) expect(await counts.take(a)).toBe(6)
    expect(await counts.take(b)).toBe(0)
    vi.advanceTimersByTime(6000)
    expect(await counts.take(a)).toBe(0)
  })

  it('counts in all tallies or in none', async () => {
    const counts = throttle()
    await counts.take(a)
    await counts.take(a)
    for (let more = 0; more < 3; more += 1) expect(await counts.take(a, b)).toBe(10)
    expect(await counts.take(b)).toBe(0)
    expect(await counts.take(b)).toBe(0)
    expect(await counts.take(b)).toBe(10)
  })

  it('lets no more pass than the limit says where all come at once', async () => {
    const counts = throttle()
    const waits = await Promise.all(Array.from({ length: 20 }, () => counts.take(a)))
    expect(waits.filter((seconds) => seconds === 0)).toHaveLength(2)
  })

  it('forgets a key that has made good, and takes back what does not count', async () => {
    const counts = throttle()
    await counts.take(a, b)
    await counts.take(a, b)
    await counts.forget(a)
    await counts.giveBack(b)
    expect(await counts.take(a)).toBe(0)
    expect(await counts.take(b)).toBe(0)
    expect(await counts.take(b)).toBe(10)
  })
})
