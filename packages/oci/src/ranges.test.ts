import { describe, expect, it } from 'vitest'
import { parseChunkRange, parseRequestRanges } from './ranges.js'

const invalid = expect.objectContaining({ code: 'RANGE_INVALID' })

describe('ranges of a download', () => {
  it.each([
    ['bytes=500-1499', 2000, { start: 500, end: 1499 }],
    ['bytes=500-', 2000, { start: 500, end: 1999 }],
    ['bytes=-500', 2000, { start: 1500, end: 1999 }],
    ['bytes=-5000', 2000, { start: 0, end: 1999 }],
    ['bytes=1500-5000', 2000, { start: 1500, end: 1999 }],
    ['bytes=0-0', 1, { start: 0, end: 0 }],
  ])('%s of %i bytes', (header, size, range) => {
    expect(parseRequestRanges(header, size)).toEqual([range])
  })

  it.each([
    ['bytes=500-0', 2000],
    ['bytes=2000-', 2000],
    ['bytes=-0', 2000],
    ['bytes=2000-,-0', 2000],
  ])('%s of %i bytes cannot be had', (header, size) => {
    expect(() => parseRequestRanges(header, size)).toThrow(invalid)
  })

  it('are several at once, without those behind the end', () => {
    expect(parseRequestRanges('bytes=0-1, 5-6,100-200,-3', 100)).toEqual([
      { start: 0, end: 1 },
      { start: 5, end: 6 },
      { start: 97, end: 99 },
    ])
  })

  it.each([
    'lines=1-2',
    'bytes=a-b',
    'bytes=-',
    'bytes=0-1,x',
    'bytes=',
    'bytes=0-99,0-0',
    `bytes=${Array.from({ length: 201 }, () => '0-0').join()}`,
  ])('%s is ignored', (header) => {
    expect(parseRequestRanges(header, 100)).toBeUndefined()
  })

  it('of an empty blob are ignored', () => {
    expect(parseRequestRanges('bytes=0-', 0)).toBeUndefined()
  })
})

describe('ranges of a chunk', () => {
  it.each(['0-99', 'bytes 0-99', 'bytes 0-99/*', 'bytes 0-99/1000'])('%s', (header) => {
    expect(parseChunkRange(header)).toEqual({ start: 0, end: 99 })
  })

  it.each(['', '9-0', '-5', '5-', 'x-y'])('%j is refused', (header) => {
    expect(() => parseChunkRange(header)).toThrow(invalid)
  })
})
