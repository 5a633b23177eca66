import { expect, test } from 'vitest'
import { askedOf, foldName, isDisabled, readEntry, withId } from './entry.js'

const dn = 'CN=Kim Lee,OU=Staff,DC=example,DC=com'
const guid = Buffer.from('9f1e0d3c5b7a4e2f8c6d1a2b3c4d5e6f', 'hex')

test('an attribute in ranges is read under its own name, whatever way that is written', () => {
  const { values } = readEntry({ dn, 'memberOf;range=0-1': ['cn=a', 'cn=b'], memberof: ['cn=c'] })
  expect(values('MEMBEROF')).toEqual(['cn=a', 'cn=b', 'cn=c'])
})

test('what comes as bytes is text, but for an id', () => {
  const { values } = readEntry({ dn, cn: [Buffer.from('Zoë')], displayName: 'Zo', objectGUID: guid })
  expect([values('cn'), values('displayName')]).toEqual([['Zoë'], ['Zo']])
  expect(values('objectGUID')).toEqual([guid.toString('hex')])
  expect(values('mail')).toEqual([])
})

test('the id of an entry of Active Directory is its bytes, and finds the entry again', () => {
  const entry = readEntry({ dn, objectGUID: guid, sAMAccountName: 'kim' })
  expect(entry.id).toBe(`objectguid=${guid.toString('hex')}`)
  expect(entry.values('samaccountname')).toEqual(['kim'])
  expect(withId(entry.id)).toMatchObject({ attribute: 'objectguid', value: guid })
})

test('the id of an entry without one is its DN in comparable form, by which it is not searched', () => {
  const { id } = readEntry({ dn })
  expect(id).toBe('dn=cn=kim lee,ou=staff,dc=example,dc=com')
  expect(withId(id)).toBeUndefined()
})

test.each([
  [{ userAccountControl: '512' }, false],
  [{ userAccountControl: '514' }, true],
  [{ userAccountControl: '66050' }, true],
  [{ nsAccountLock: 'TRUE' }, true],
  [{ nsAccountLock: 'false' }, false],
  [{}, false],
])('an entry with %j is disabled: %s', (attributes, is) => {
  expect(isDisabled(readEntry({ dn, ...attributes }))).toBe(is)
})

test.each([
  ['Ops', 'ops'],
  [' Dev \t Team ', 'dev team'],
  ['ﬁn', 'fin'],
  ['Ｏｐｓ', 'ops'],
])('the name %j is the same as %j', (name, same) => {
  expect(foldName(name)).toBe(same)
})

test('everything by which an entry may be known is asked for, once', () => {
  const { attributes, explicitBufferAttributes } = askedOf(['uid', '', 'cn'])
  expect(attributes).toEqual(expect.arrayContaining(['entryUUID', 'objectGUID', 'mail', 'uid']))
  expect(new Set(attributes).size).toBe(attributes.length)
  expect(attributes).not.toContain('')
  expect(explicitBufferAttributes).toEqual(['objectGUID'])
})

test('an id with an equals sign in it finds its entry', () => {
  const { id } = readEntry({ dn, nsUniqueId: 'a=b' })
  expect(id).toBe('nsuniqueid=a=b')
  expect(withId(id)).toMatchObject({ attribute: 'nsuniqueid', value: 'a=b' })
})

test('the id is the first that a server gives, in the order of what is known of servers', () => {
  expect(readEntry({ dn, ipaUniqueID: 'later', entryUUID: ['first', 'second'] }).id).toBe('entryuuid=first')
})
