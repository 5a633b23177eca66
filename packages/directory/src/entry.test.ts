import { expect, test } from 'vitest'
import { isDisabled, readEntry, withId } from './entry.js'

const dn = 'CN=Kim Lee,OU=Staff,DC=example,DC=com'
const guid = Buffer.from('9f1e0d3c5b7a4e2f8c6d1a2b3c4d5e6f', 'hex')

test('an attribute in ranges is read under its own name, whatever way that is written', () => {
  const { values } = readEntry({ dn, 'memberOf;range=0-1': ['cn=a', 'cn=b'], memberof: ['cn=c'] })
  expect(values('MEMBEROF')).toEqual(['cn=a', 'cn=b', 'cn=c'])
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
