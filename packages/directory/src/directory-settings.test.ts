import { expect, test } from 'vitest'
import { isDirectoryUrl, isFilter } from './directory-settings.js'

test.each(['ldap://ldap.example', 'ldaps://ldap.example/', 'ldap://10.0.0.1:3389', 'ldaps://[2001:db8::1]:636'])(
  '%s is an address of a directory',
  (url) => {
    expect(isDirectoryUrl(url)).toBe(true)
  },
)

test.each([
  '',
  'ldap.example',
  'http://ldap.example',
  'xldap://ldap.example',
  'ldapi://ldap.example',
  'ldap://',
  'ldap:///dc=example',
  'ldap://ldap.example/dc=example',
  'ldap://ldap.example//',
  'ldap://ldap.example?cn',
  'ldap://ldap.example#x',
  'ldap://admin@ldap.example',
  'ldap://:secret@ldap.example',
])('%j is none', (url) => {
  expect(isDirectoryUrl(url)).toBe(false)
})

test.each([
  ['(uid=kim)', true],
  ['(&(objectClass=person)(!(uid=kim)))', true],
  ['uid=kim', true],
  ['(uid=kim', false],
  ['(&)(', false],
])('%s is a filter: %s', (text, is) => {
  expect(isFilter(text)).toBe(is)
})
