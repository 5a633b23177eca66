import { expect, test } from 'vitest'
import { distinguishedNameKey } from './distinguished-name.js'

test.each([
  ['case', 'CN=Build,OU=Groups,DC=example,DC=org'],
  ['spaces after commas', 'cn=build, ou=groups, dc=example, dc=org'],
  ['spaces around every sign', ' cn = build , ou = groups , dc = example , dc = org '],
  ['semicolons', 'cn=build;ou=groups;dc=example;dc=org'],
  ['long names of types', 'commonName=build,organizationalUnitName=groups,domainComponent=example,dc=org'],
  ['numbers of types', 'OID.2.5.4.3=build,2.5.4.11=groups,dc=example,dc=org'],
  ['quotes', 'cn="build",ou=groups,dc=example,dc=org'],
  ['escapes nothing needs', String.raw`cn=\62uild,ou=groups,dc=example,dc=org`],
  ['escaped spaces around', String.raw`cn=\20build\20,ou=groups,dc=example,dc=org`],
  ['letters of full width', 'cn=ｂｕｉｌｄ,ou=groups,dc=example,dc=org'],
  ['what is not seen', 'cn=bu\u00ADild,ou=groups,dc=example,dc=org'],
])('a DN is the same in spite of %s', (_, spelling) => {
  expect(distinguishedNameKey(spelling)).toBe('cn=build,ou=groups,dc=example,dc=org')
})

test.each([
  ['a comma', String.raw`cn=Lee\, Kim,dc=x`, String.raw`cn=lee\2c  kim,dc=x`],
  ['a plus', String.raw`cn=C\+\+,dc=x`, String.raw`cn=c\2b\2B,dc=x`],
  ['a backslash', String.raw`cn=a\\b,dc=x`, String.raw`cn=a\5cb,dc=x`],
  ['an asterisk and parentheses', 'cn=a*(b),dc=x', String.raw`cn=A\2a\28B\29,dc=x`],
  ['a hash in front', String.raw`cn=\#1,dc=x`, String.raw`cn=\231,dc=x`],
  ['signs beyond ASCII', 'cn=Müller 泊位,dc=x', String.raw`cn=M\C3\BCller \e6\b3\8a位,dc=x`],
  ['several values of one name, in any order', 'cn=a+uid=b,dc=x', 'UID=B + CN=A,dc=x'],
])('%s is the same however it is escaped', (_, one, other) => {
  expect(distinguishedNameKey(one)).toBeDefined()
  expect(distinguishedNameKey(one)).toBe(distinguishedNameKey(other))
})

test.each([
  ['cn=a,dc=x', 'cn=a'],
  ['cn=a,dc=x', 'dc=x,cn=a'],
  ['cn=a+uid=b,dc=x', String.raw`cn=a\+uid\=b,dc=x`],
  ['cn=a,cn=b', String.raw`cn=a\,cn\=b`],
  ['cn=a b', 'cn=ab'],
  ['cn=#0401', String.raw`cn=\#0401`],
  ['cn=a', 'uid=a'],
])('%s is not %s', (one, other) => {
  expect(distinguishedNameKey(one)).not.toBe(distinguishedNameKey(other))
})

test.each([
  '',
  '  ',
  'build',
  'cn',
  'cn=',
  'cn= ',
  '=build',
  'cn=a,',
  ',cn=a',
  'cn=a,,dc=x',
  'cn="a',
  'cn=a"b',
  'cn=a\\',
  'cn=<a>',
])('%j is no DN', (text) => {
  expect(distinguishedNameKey(text)).toBeUndefined()
})

test('a DN has a longest, as it is written and as it is kept', () => {
  expect(distinguishedNameKey(`cn=${'x'.repeat(997)}`)).toBeDefined()
  expect(distinguishedNameKey(`cn=${'x'.repeat(998)}`)).toBeUndefined()
  // One sign that becomes eighteen.
  expect(distinguishedNameKey(`cn=${'\uFDFA'.repeat(900)}`)).toBeUndefined()
})
