import { expect, it } from 'vitest'
import { portalPath } from './portal-path.js'

it.each(['/', '/projects', '/projects?q=a%20b#x', '/projects/web/repositories/app%2Fone'])('returns to %s', (path) => {
  expect(portalPath(path)).toBe(path)
})

it.each([
  undefined,
  '',
  'projects',
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example',
  '/\t/evil.example',
  '/\n\\evil.example',
  '/.//evil.example',
  '/projects/..//evil.example',
  '/%2e//evil.example',
  '/.\\\\evil.example',
  'javascript:alert(1)',
  `/${'x'.repeat(512)}`,
])('returns to the first page for %j', (path) => {
  expect(portalPath(path)).toBe('/')
})

it('takes a path of 512 characters, and none that is longer', () => {
  const longest = `/${'x'.repeat(511)}`
  expect(portalPath(longest)).toBe(longest)
  expect(portalPath(`${longest}x`)).toBe('/')
})

it('leaves no line of a header unfinished', () => {
  expect(portalPath('/a\r\nset-cookie: x=y')).not.toMatch(/[\r\n]/)
})
