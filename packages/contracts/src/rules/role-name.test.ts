import { expect, test } from 'vitest'
import { isRoleName } from './role-name.js'

test.each(['release manager', '发布经理', 'a', 'x'.repeat(64), 'maintainers'])('a role may be called %s', (name) => {
  expect(isRoleName(name)).toBe(true)
})

test.each([
  '',
  ' a',
  'a ',
  'x'.repeat(65),
  'a\n',
  'a,b',
  'projectAdmin',
  'Project admin',
  'limited_guest',
  '维护人员',
  'Ｇuest',
])('no role is called %j', (name) => {
  expect(isRoleName(name)).toBe(false)
})
