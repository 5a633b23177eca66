import { describe, expect, it } from 'vitest'
import { parseDuration } from './duration.js'

describe('parseDuration', () => {
  it.each([
    ['168h', 604_800_000],
    ['1h30m', 5_400_000],
    ['1.25s', 1250],
    ['.25s', 250],
    ['2.s', 2000],
    [' 3m ', 180_000],
    ['10ms', 10],
    ['250us', 0.25],
    ['0s', 0],
  ])('reads %s as Go does', (text, milliseconds) => {
    expect(parseDuration(text)).toBeCloseTo(milliseconds)
  })

  it('counts nanoseconds where the unit is missing', () => {
    expect(parseDuration(5_000_000)).toBe(5)
    expect(parseDuration('5000000')).toBe(5)
    expect(parseDuration(0)).toBe(0)
    expect(parseDuration(-1)).toBeUndefined()
  })

  it.each(['', 'soon', '3000 s', '10d', '-1s', '5m!', 'x1s', '1s x5', '.s'])('refuses "%s"', (text) => {
    expect(parseDuration(text)).toBeUndefined()
  })
})
