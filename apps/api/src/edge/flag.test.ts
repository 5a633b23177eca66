import { describe, expect, it } from 'vitest'
import { flag, headerFlag } from './flag.js'

describe('a flag', () => {
  it.each(['true', 'True', 'TRUE', '1', 'yes', 'Y', 'on', 't', 'ok', 'enabled', 'checked', 'selected'])(
    'is set by %s',
    (word) => {
      expect(flag.parse(word)).toBe(true)
      expect(headerFlag(word)).toBe(true)
      expect(headerFlag(['false', word])).toBe(true)
    },
  )

  it.each(['false', '0', 'no', '', 'maybe', 'truee'])('is not set by %j', (word) => {
    expect(flag.parse(word)).toBe(false)
    expect(headerFlag(word)).toBe(false)
  })

  it('is not set where there is no header', () => {
    expect(headerFlag(undefined)).toBe(false)
  })
})
