import { expect, test } from 'vitest'
import { z } from 'zod'
import { isCron } from './cron.js'
import { isComment, isEmail, isRealname, isUsername } from './identity.js'
import { passwordFault } from './password.js'
import { isProjectName } from './project-name.js'

test.each(['dev', 'a.b_c-d', 'team-one', '2024', 'x'.repeat(255)])('a project may be called %s', (name) => {
  expect(isProjectName(name)).toBe(true)
})

test.each(['', 'a__b', 'a--b', '-a', 'a.', 'Dev', 'a b', 'a/b', 'x'.repeat(256)])(
  'no project is called "%s"',
  (name) => {
    expect(isProjectName(name)).toBe(false)
  },
)

test.each(['mara', 'mara bell', '玛拉', '玛拉·贝尔', 'ユーザー', '사용자', "o'neil", 'a@b.c', 'a_b-c.d+1'])(
  'a user may be called %s',
  (name) => {
    expect(isUsername(name)).toBe(true)
  },
)

test.each([
  '',
  ' mara',
  'mara  bell',
  'a,b',
  'a/b',
  'a:b',
  'a\nb',
  'a\ud800',
  'x'.repeat(256),
  // Nobody sees these.
  ...['\u200B', '\uFE0F', '\u034F', '\u3164', '\u115F', '\u1160', '\uFFA0', '\u00AD', '\u{E0041}'].map(
    (sign) => `mara${sign}`,
  ),
  // Cyrillic, alone and within; Greek, dotless, IPA, full width, mathematical, Roman numeral, accented, decomposed.
  'аdmin',
  'сосо',
  'αdmin',
  'admın',
  'ɑdmin',
  'ａdmin',
  '𝐚dmin',
  'Ⅰ',
  'ádmin',
  'a\u0301dmin',
  'admİn',
  // Another blank, and what looks like the number one.
  'mara\u00A0bell',
  'mara\u3000bell',
  'ー',
  '玛ー',
])('no user is called %j', (name) => {
  expect(isUsername(name)).toBe(false)
})

test.each([
  'mara@example.com',
  "o'neil+x@mail.example.co.uk",
  'a@b',
  'a@b..c',
  '.a@b.com',
  'a..b@c.com',
  'A@B.COM',
  '@b.com',
  'abc..d@b.com',
  'a@b.com!',
  'a@_b.com',
  'a@b_c.com',
  'a@b1.2c.com',
])('takes %s for what it is, as the field type of the REST API does', (text) => {
  expect(isEmail(text)).toBe(z.email().safeParse(text).success)
})

test('a full name holds most signs, a note is short', () => {
  expect(isRealname("Mara O'Neil / 玛拉")).toBe(true)
  expect(isRealname('50%')).toBe(false)
  expect(isComment('船'.repeat(30))).toBe(true)
  expect(isComment('x'.repeat(31))).toBe(false)
  for (const text of ['a\0', '\ud83d']) expect(isComment(text)).toBe(false)
})

test('a password is counted in characters for its strength and in bytes for its hash', () => {
  expect(passwordFault('Harbor12345')).toBeUndefined()
  expect(passwordFault('Ab1船船船船')).toBe('WEAK_PASSWORD')
  expect(passwordFault('harbor12345')).toBe('WEAK_PASSWORD')
  expect(passwordFault(`Ab1${'船'.repeat(24)}`)).toBe('PASSWORD_TOO_LONG')
})

test('a schedule has five or six fields in their ranges', () => {
  for (const good of ['0 2 * * 6', '0 30 2 * * 6', '*/15 * * * *']) expect(isCron(good), good).toBe(true)
  for (const bad of ['', 'each day', '* * * * *  * *', '61 2 * * *', '0 0 0 * * 9'])
    expect(isCron(bad), bad).toBe(false)
})
