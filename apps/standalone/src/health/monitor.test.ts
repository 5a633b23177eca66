import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { HealthMonitor } from './monitor.js'

describe('HealthMonitor', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('counts a check as failing once it failed as often in a row as its threshold says', async () => {
    using monitor = new HealthMonitor([
      { name: 'disk', interval: 100, threshold: 2, run: () => Promise.reject(new Error('gone')) },
    ])
    await vi.advanceTimersByTimeAsync(100)
    expect(monitor.healthy).toBe(true)
    await vi.advanceTimersByTimeAsync(100)
    expect(monitor.failing).toEqual({ disk: 'gone' })
  })

  it('is healthy again after one success', async () => {
    let broken = true
    const run = () => (broken ? Promise.reject(new Error('gone')) : Promise.resolve())
    using monitor = new HealthMonitor([{ name: 'disk', interval: 100, threshold: 1, run }])
    await vi.advanceTimersByTimeAsync(100)
    expect(monitor.healthy).toBe(false)
    broken = false
    await vi.advanceTimersByTimeAsync(100)
    expect(monitor.healthy).toBe(true)
  })
})
