import { describe, expect, it } from 'vitest'
import { fromDigits, wholeNumber } from './digits.js'

const number = fromDigits(wholeNumber().min(-1))

describe('a number in text', () => {
  it.each([
    ['1', 1],
    ['007', 7],
    ['-1', -1],
    ['9007199254740991', Number.MAX_SAFE_INTEGER],
  ])('is read from decimal digits: %j', (given, value) => {
    expect(number.parse(given)).toBe(value)
  })

  it.each([
    '',
    ' ',
    ' 1',
    '1 ',
    '+1',
    '--1',
    '0x1',
    '0b1',
    '0o1',
    '1.0',
    '1e0',
    '1_0',
    '1n',
    '٣',
    '１',
    'NaN',
    null,
    true,
    [1],
  ])('is none: %j', (given) => {
    expect(number.safeParse(given).error?.issues[0]?.message).toBe('has to be a whole number in decimal digits')
  })

  it('keeps to the bounds of its schema', () => {
    expect(number.safeParse('-2').error?.issues[0]?.message).toMatch(/^Too small/)
    expect(number.safeParse('9007199254740993').error?.issues[0]?.message).toMatch(/^Too big/)
    expect(fromDigits(wholeNumber()).optional().parse(undefined)).toBeUndefined()
  })
})
