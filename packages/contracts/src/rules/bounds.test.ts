import { expect, test } from 'vitest'
import { isComment, isEmail, isRealname, isUsername } from './identity.js'
import { fitsPasswordHash, passwordFault } from './password.js'
import { isProjectName } from './project-name.js'
import { roleTitle } from './role-title.js'
import { isStorable } from './storable.js'

const domain = '@example.com'
test.each([
  ['a user name', isUsername, (length: number) => 'x'.repeat(length), 255],
  ['a full name', isRealname, (length: number) => 'x'.repeat(length), 255],
  ['a project name', isProjectName, (length: number) => 'x'.repeat(length), 255],
  ['an e-mail address', isEmail, (length: number) => 'x'.repeat(length - domain.length) + domain, 255],
  ['a note', isComment, (length: number) => '船'.repeat(length), 30],
  ['a note of signs beyond the first 65536', isComment, (length: number) => '🚢'.repeat(length), 30],
  ['what a password hash holds', fitsPasswordHash, (length: number) => 'x'.repeat(length), 72],
])('the longest of %s', (_, isFine, make, most) => {
  expect(isFine(make(most))).toBe(true)
  expect(isFine(make(most + 1))).toBe(false)
})

test('a user name has one sign at least, and no space around it', () => {
  expect(isUsername('x')).toBe(true)
  for (const bad of ['', ' ', ' x', 'x ', '\tx']) expect(isUsername(bad), bad).toBe(false)
})

test.each('"~#%$,'.split(''))('no name holds %s', (sign) => {
  expect(isUsername(`a${sign}b`)).toBe(false)
  expect(isRealname(`a${sign}b`)).toBe(false)
})

test.each('\\/:;'.split(''))('a full name may hold %s, a user name may not', (sign) => {
  expect(isUsername(`a${sign}b`)).toBe(false)
  expect(isRealname(`a${sign}b`)).toBe(true)
})

test.each(['\u0007', '\u202E', '\u200B', '\ud800', '\u2028', '\u2029'])('no name holds the invisible %j', (sign) => {
  for (const isFine of [isUsername, isRealname]) expect(isFine(`a${sign}b`)).toBe(false)
  expect(isEmail(`a${sign}b@example.com`)).toBe(false)
})

test.each(['علی\u200Cرضا', 'ශ්\u200Dරී', 'क्\u200Dष', 'Ship 👩\u200D🚀', '👩🏽\u200D🚀', '⚓\uFE0F', '🏳\uFE0F\u200D🌈'])(
  'a full name may join as its letters or emoji do: %j',
  (name) => {
    expect(isRealname(name)).toBe(true)
    expect(isUsername(name)).toBe(false)
  },
)

test.each(['a\u200Db', 'a\u200Cb', '船\u200D长', '👩\u200D', '\u200Cعلی', '👩\u200Da', 'علی\u202Eرضا'])(
  'a joiner that joins nothing is invisible: %j',
  (name) => {
    expect(isRealname(name)).toBe(false)
  },
)

test.each([
  ['Aa34567', 'WEAK_PASSWORD'],
  ['Aa345678', undefined],
  ['AA345678', 'WEAK_PASSWORD'],
  ['aa345678', 'WEAK_PASSWORD'],
  ['AaBbCcDd', 'WEAK_PASSWORD'],
  [`Aa1${'x'.repeat(69)}`, undefined],
  [`Aa1${'x'.repeat(70)}`, 'PASSWORD_TOO_LONG'],
  [`Aa1${'x'.repeat(125)}`, 'PASSWORD_TOO_LONG'],
  [`Aa1${'x'.repeat(126)}`, 'WEAK_PASSWORD'],
  [`Aa1${'船'.repeat(23)}`, undefined],
])('the password %s: %s', (password, fault) => {
  expect(passwordFault(password)).toBe(fault)
})

test('a built-in role has a title in both languages, and another its name', () => {
  const titles = ['projectAdmin', 'maintainer', 'developer', 'guest', 'limitedGuest'].map(roleTitle)
  expect(titles.map(({ en, zh }) => `${en} ${zh}`)).toEqual([
    'Project admin 项目管理员',
    'Maintainer 维护人员',
    'Developer 开发者',
    'Guest 访客',
    'Limited guest 受限访客',
  ])
  expect(roleTitle('auditor')).toEqual({ en: 'auditor', zh: 'auditor' })
})

test('a text can be kept that has no NUL and only whole signs', () => {
  for (const fine of ['', 'a', '泊位', '🚢', '\u0001']) expect(isStorable(fine), fine).toBe(true)
  for (const bad of ['\0', 'a\0b', '\ud83d', '\udea2', 'a\ud83d']) expect(isStorable(bad), bad).toBe(false)
})
