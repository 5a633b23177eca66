import { describe, expect, it } from 'vitest'
import { TallyInMemory } from './tally-in-memory.js'

describe('TallyInMemory', () => {
  it('makes a key wait for the rest of its window only, which later events do not prolong', () => {
    let now = 0
    const tally = new TallyInMemory(() => now)
    const limit = { times: 2, windowSeconds: 10 }
    tally.count('a', limit)
    expect(tally.waitFor('a', limit)).toBe(0)
    now = 4000
    tally.count('a', limit)
    tally.count('a', limit)
    expect(tally.waitFor('a', limit)).toBe(6)
    expect(tally.waitFor('b', limit)).toBe(0)
    now = 10_000
    expect(tally.waitFor('a', limit)).toBe(0)
  })
})
