import { describe, expect, it } from 'vitest'
import { givenBigId, givenId, idOrNone, MAX_ID } from './path-id.js'

describe('an id', () => {
  it.each(['', '0', '-1', '0x1', '+1', ' 1', '1.0', '1e0', String(MAX_ID + 1), undefined])('is none: %j', (given) => {
    expect(givenId.safeParse(given).success).toBe(false)
    expect(idOrNone(given)).toBe(0)
  })

  it('is what decimal digits say, up to what the database holds', () => {
    expect(givenId.parse('12')).toBe(12)
    expect(idOrNone(String(MAX_ID))).toBe(MAX_ID)
    expect(givenBigId.parse(String(MAX_ID + 1))).toBe(MAX_ID + 1)
  })
})
