import { describe, expect, it } from 'vitest'
import { isPattern, matchesPattern } from './pattern.js'
import { readPattern } from './pattern-parts.js'
import { patternExpression, wholePatternExpression } from './pattern-expression.js'

const cases: [pattern: string, name: string, matches: boolean][] = [
  ['**', 'app', true],
  ['**', 'team/app', true],
  ['*', 'app', true],
  ['*', 'team/app', false],
  ['*', '.hidden', true],
  ['team/**', 'team/a/b', true],
  ['team/**', 'team', false],
  ['team/**', 'team/.hidden/app', true],
  ['team/*', 'team/a/b', false],
  ['**/app', 'app', true],
  ['**/app', 'a/b/app', true],
  ['**/app', 'a/myapp', false],
  ['a/**/z', 'a/z', true],
  ['a/**/z', 'a/b/c/z', true],
  ['a/**/z', 'a/bz', false],
  ['a**z', 'abz', true],
  ['a**z', 'a/z', false],
  ['*/app', 'team/app', true],
  ['***', 'a/b', false],
  ['v*', 'v1.0', true],
  ['v*', 'latest', false],
  ['v?', 'v1', true],
  ['v?', 'v10', false],
  ['?', '/', false],
  ['v1.2', 'v1x2', false],
  ['App', 'app', false],
  ['{latest,v*}', 'latest', true],
  ['{latest,v*}', 'v2', true],
  ['{latest,v*}', 'dev', false],
  ['{**,x}', 'a/b', true],
  ['{a,b/{c,d}}-1', 'b/d-1', true],
  ['{a,}b', 'b', true],
  ['a{,', 'a', false],
  ['v[0-9]', 'v3', true],
  ['v[0-9]', 'vx', false],
  ['v[^0-9]', 'vx', true],
  ['v[!x]', 'v/', false],
  ['a-b,c}', 'a-b,c}', true],
  ['!v1', 'v2', false],
  ['(a+)+b', 'aab', false],
  ['(v1|v2)', '(v1|v2)', true],
  ['\\*', '*', true],
  ['\\*', 'a', false],
  ['release', 'release', true],
  ['release', 'release-1', false],
  ['', '', false],
  ['**/**/app', 'app', true],
  ['**/**/app', 'a/b/app', true],
  ['a/**/**', 'a/b/c', true],
  ['a/**/**', 'a', false],
  ['a/{**/**/,x}b', 'a/c/d/b', true],
  ['[z-a]', 'm', false],
  ['[^z-a]', 'm', true],
  ['[+-9]', '/', false],
  ['[+-9]', '5', true],
  ['[^a]', '/', false],
  ['[[:alpha:]]', 'a', false],
  ['[\\]a]', ']', true],
  // Beyond the BMP, where the order of UTF-16 is another one.
  ['[\u{1f600}-\ue000]', 'a', false],
  ['[a-\u{1f600}]', 'b', true],
  ['a.b+c', 'a.b+c', true],
  ['a.b+c', 'axbbc', false],
]

describe('matchesPattern', () => {
  it.each(cases)('%s and %s: %s', (pattern, name, matches) => {
    expect(matchesPattern(pattern, name)).toBe(matches)
  })

  // One that tried each way by itself would not come to an end.
  it.each([
    '*a'.repeat(127),
    '(a+)+b',
    `${'{a,'.repeat(60)}b${'}'.repeat(60)}`,
    '{*a,*b}'.repeat(36),
    '**/'.repeat(85),
  ])('goes all ways through %s side by side', (pattern) => {
    expect(matchesPattern(pattern, `${'a'.repeat(254)}c`)).toBe(false)
    expect(matchesPattern(pattern, `${'a/'.repeat(127)}c`)).toBe(false)
  })
})

it('a class has its characters in the order of Unicode', () => {
  expect(matchesPattern('[\ue000-\u{1f600}]', '\u{1f5ff}')).toBe(true)
  expect(matchesPattern('[\u{1f600}-\ue000]', '\uf000')).toBe(false)
  expect(patternExpression(['[\u{1f600}-\ue000]'])).toBe('^[^/]*/(?:(?!a)a)$')
})

describe('readPattern', () => {
  it('reads folders of any depth behind one another as one', () => {
    expect(readPattern(`${'**/'.repeat(80)}app`)).toEqual(readPattern('**/app'))
    expect(readPattern('a/**/**')).toEqual(readPattern('a/**'))
    expect(readPattern('**/a/**/b')).toHaveLength(5)
  })
})

describe('patternExpression', () => {
  it.each(cases)('takes with %s and %s what the matcher takes', (pattern, name, matches) => {
    expect(new RegExp(patternExpression([pattern]), 's').test(`dev/${name}`)).toBe(matches)
    expect(new RegExp(patternExpression([pattern], 'dev'), 's').test(`dev/${name}`)).toBe(matches)
    expect(new RegExp(wholePatternExpression(pattern), 's').test(name)).toBe(matches)
  })

  it('takes what any of the patterns takes', () => {
    const expression = new RegExp(patternExpression(['a|b', '{x', 'team/**']))
    expect(['a|b', 'team/app', 'a', 'b', '{x'].filter((name) => expression.test(`dev/${name}`))).toEqual([
      'a|b',
      'team/app',
    ])
    expect(new RegExp(patternExpression([])).test('dev/')).toBe(false)
  })

  it('stays in the project', () => {
    const expression = new RegExp(patternExpression(['app'], 'd.v'))
    expect(['d.v/app', 'dev/app', 'x/d.v/app', 'app'].filter((name) => expression.test(name))).toEqual(['d.v/app'])
  })
})

describe('isPattern', () => {
  it.each(['**', '{a,b}', '[a-z]', 'a b', '!a', 'a'.repeat(255)])('takes %s', (text) => {
    expect(isPattern(text)).toBe(true)
  })

  it.each(['', 'a'.repeat(256), '{a', 'a{b,c', '[a', '[]', 'a\\', '[a-'])('refuses %s', (text) => {
    expect(isPattern(text)).toBe(false)
    expect(matchesPattern(text, text)).toBe(false)
  })

  it.each(['a\0b', '\ud800'])('refuses %j, which the database cannot keep', (text) => {
    expect(isPattern(text)).toBe(false)
  })
})
