import { describe, expect, test } from 'vitest'
import { median, percentile, rotate, spread } from './statistics.js'

describe('median', () => {
  test('is the middle of an odd number of values, in any order', () => {
    expect(median([9, 1, 5])).toBe(5)
  })
  test('is the mean of the middle two of an even number', () => {
    expect(median([4, 1, 3, 2])).toBe(2.5)
  })
  test('of nothing is not a number', () => {
    expect(median([])).toBeNaN()
  })
  test('leaves its argument as it is', () => {
    const values = [3, 1, 2]
    median(values)
    expect(values).toEqual([3, 1, 2])
  })
})

test('percentile takes the nearest rank', () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index)
  expect(percentile(values, 50)).toBe(50)
  expect(percentile(values, 99)).toBe(99)
  expect(percentile([7], 99)).toBe(7)
})

test('spread names the lowest and the highest', () => {
  expect(spread([2, 8, 5])).toEqual({ low: 2, high: 8 })
})

test('rotate lets each item come first in turn', () => {
  expect([0, 1, 2, 3].map((round) => rotate(['a', 'b', 'c'], round).join(''))).toEqual(['abc', 'bca', 'cab', 'abc'])
})
