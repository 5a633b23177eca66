import { array, assert, property, stringMatching } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPattern, matchesAny } from './patterns.js'

const part = stringMatching(/^[a-z0-9]{1,20}$/)
const name = array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('/'))

describe('matchesAny', () => {
  it.each([
    ['**', 'a/b/c', true],
    ['*', 'a', true],
    ['*', 'a/b', false],
    ['team/**', 'team/a/b', true],
    ['team/*', 'team/a/b', false],
    ['*/app', 'team/app', true],
    ['v1.?', 'v1.2', true],
    ['v1.2', 'v1x2', false],
    ['team', 'team/app', false],
    ['App', 'app', false],
    ['*', '.hidden', true],
    ['team/**', 'team/.hidden/app', true],
  ])('%s and %s: %s', (pattern, text, matches) => {
    expect(matchesAny([pattern], text)).toBe(matches)
  })

  it('lets a name match itself, and ** match everything', () => {
    assert(
      property(name, (text) => {
        expect(matchesAny([text], text)).toBe(true)
        expect(matchesAny(['**'], text)).toBe(true)
      }),
    )
  })

  it('matches nothing by no pattern', () => {
    expect(matchesAny([], 'a')).toBe(false)
    expect(matchesAny([''], '')).toBe(false)
  })

  it('takes bounded time for the worst pattern', () => {
    const begun = performance.now()
    expect(matchesAny(['*a*a*ab'], 'a'.repeat(255))).toBe(false)
    expect(performance.now() - begun).toBeLessThan(2000)
  })
})

describe('isPattern', () => {
  it.each(['app', '**', '**/a/**/b/**', '*a?b*c*', 'v1.2_x-y', 'a'.repeat(256)])('takes %s', (text) => {
    expect(isPattern(text)).toBe(true)
  })

  it.each(['*a*a*a*b', '!a', '{a,b}', '(a|aa)+', '[a-z]', 'a b', '', 'a'.repeat(257)])('refuses %s', (text) => {
    expect(isPattern(text)).toBe(false)
    expect(matchesAny([text], text)).toBe(false)
  })
})
