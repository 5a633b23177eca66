import { describe, expect, it } from 'vitest'
import { lengthOf, parseChunkRange, parseRequestRanges } from './ranges.js'

const invalid = expect.objectContaining({ code: 'RANGE_INVALID' })

describe('ranges of a download', () => {
  it.each([
    ['bytes=500-1499', 2000, { start: 500, end: 1499 }],
    ['bytes=500-', 2000, { start: 500, end: 1999 }],
    ['bytes=-500', 2000, { start: 1500, end: 1999 }],
    ['bytes=-5000', 2000, { start: 0, end: 1999 }],
    ['bytes=1500-5000', 2000, { start: 1500, end: 1999 }],
    ['bytes=0-0', 1, { start: 0, end: 0 }],
    [' bytes=0-1999 ', 2000, { start: 0, end: 1999 }],
    ['bytes=1999-1999', 2000, { start: 1999, end: 1999 }],
    ['bytes=-1', 2000, { start: 1999, end: 1999 }],
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

  it('are two hundred at most', () => {
    const ranges = Array.from({ length: 200 }, (_, at) => `${at}-${at}`).join()
    expect(parseRequestRanges(`bytes=${ranges}`, 200)).toHaveLength(200)
    expect(parseRequestRanges('bytes=0-49,50-99', 100)).toHaveLength(2)
  })

  it.each(['x bytes=0-1', 'bytes=x0-1', 'bytes=0-1x', `bytes=0-${'1'.repeat(41)}`, 'bytes=-5x', 'bits=0-1'])(
    '%s is none',
    (header) => {
      expect(parseRequestRanges(header, 100)).toBeUndefined()
    },
  )

  it.each([
    ['Bytes=0-1', { start: 0, end: 1 }],
    ['bytes=,0-1, ,', { start: 0, end: 1 }],
    ['bytes=5-99999999999999999999', { start: 5, end: 99 }],
    ['bytes=-99999999999999999999', { start: 0, end: 99 }],
  ])('%s is one, as RFC 9110 writes lists, units and numbers', (header, range) => {
    expect(parseRequestRanges(header, 100)).toEqual([range])
  })

  it('that begin behind any end do not exist', () => {
    expect(() => parseRequestRanges('bytes=18446744073709551615-', 100)).toThrow(invalid)
  })

  it('of an empty blob are ignored', () => {
    expect(parseRequestRanges('bytes=0-', 0)).toBeUndefined()
  })
})

it('a range has its length', () => {
  expect(lengthOf({ start: 5, end: 5 })).toBe(1)
  expect(lengthOf({ start: 0, end: 99 })).toBe(100)
})

describe('ranges of a chunk', () => {
  it('may be one byte', () => {
    expect(parseChunkRange('10-10')).toEqual({ start: 10, end: 10 })
    expect(() => parseChunkRange('x')).toThrow('malformed Content-Range')
  })

  it.each(['0-99', ' 0-99 ', 'bytes 0-99', 'bytes=0-99', 'bytes 0-99/*', 'bytes 0-99/1000'])('%s', (header) => {
    expect(parseChunkRange(header)).toEqual({ start: 0, end: 99 })
  })

  it.each(['', '9-0', '-5', '5-', 'x-y', 'x0-1', '0-1x', 'lines 0-1', '0-1/', '0-1/x', `0-${'9'.repeat(16)}`])(
    '%j is refused',
    (header) => {
      expect(() => parseChunkRange(header)).toThrow(invalid)
    },
  )
})
