import { expect, test } from 'vitest'
import { markdownTable, mebibytes, number, times } from './format.js'

test('numbers keep three significant digits', () => {
  expect([0.012345, 1.2345, 12.345, 123.45, 12_345.6].map(number)).toEqual(['0.0123', '1.23', '12.3', '123', '12,346'])
})

test('what could not be measured is a dash', () => {
  expect([number(Number.NaN), times(undefined)]).toEqual(['–', '–'])
})

test('multiples and sizes carry what they are', () => {
  expect([times(6.04), mebibytes(3 * 1024 * 1024)]).toEqual(['6.04 ×', '3'])
})

test('tables escape what would end a cell', () => {
  expect(markdownTable(['a', 'b'], [['x|y', '1']])).toBe('| a | b |\n| --- | ---: |\n| x\\|y | 1 |')
})
