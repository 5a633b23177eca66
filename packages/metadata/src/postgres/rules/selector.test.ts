import { expect, it } from 'vitest'
import { matches } from './selector.js'

it.each([
  ['**', 'app', true],
  ['**', 'team/app', true],
  ['*', 'app', true],
  ['*', 'team/app', false],
  ['team/**', 'team/a/b', true],
  ['team/*', 'team/a/b', false],
  ['v*', 'v1.0', true],
  ['v*', 'latest', false],
  ['v?', 'v1', true],
  ['v?', 'v10', false],
  ['{latest,v*}', 'latest', true],
  ['v[0-9]', 'v3', true],
  ['v[0-9]', 'vx', false],
  ['*', '.hidden', true],
  ['!v1', 'v2', false],
  ['(a+)+b', `${'a'.repeat(28)}c`, false],
  ['(v1|v2)', 'v1', false],
  ['(v1|v2)', '(v1|v2)', true],
  ['\\(v1)', '(v1)', true],
  ['release', 'release', true],
  ['release', 'release-1', false],
])('%s and %s: %s', (pattern, name, expected) => {
  expect(matches({ pattern, excludes: false }, name)).toBe(expected)
  expect(matches({ pattern, excludes: true }, name)).toBe(!expected)
})
