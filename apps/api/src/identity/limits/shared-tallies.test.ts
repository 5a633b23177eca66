import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { SharedTallies } from './shared-tallies.js'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('are so many, however many keys there are', async () => {
  const tallies = new SharedTallies({ points: 1000, duration: 10 }, 16)
  for (let key = 0; key < 200; key += 1) await tallies.consume(String(key))
  expect(vi.getTimerCount()).toBe(16)
  await tallies.delete('0')
  expect((await tallies.consume('0')).consumedPoints).toBe(1)
})
