import { AddressGuard } from '@berth/outbound'
import { type DomainController, isInstalled, type SlapdEntry, startDomainController, unicodePwd } from '@berth/testkit'
import { Attribute, Change } from 'ldapts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Directory } from './directory.js'
import { DirectoryError } from './directory-error.js'
import type { DirectorySettings } from './directory-settings.js'

const base = 'dc=example,dc=test'
const staff = `ou=staff,${base}`
const odd = String.raw`cn=Lee\, Kim (X12),${staff}`
/** The rule of Active Directory that follows groups in groups. */
const IN_CHAIN = '1.2.840.113556.1.4.1941'

/** With a digit, and without the name: the domain takes no other. */
const passwordOf = (name: string) => `Secret 1 ${[...name].toReversed().join('')}`
const person = (dn: string, name: string, more: Record<string, string> = {}): SlapdEntry => [
  dn,
  {
    objectClass: 'user',
    sAMAccountName: name,
    userPrincipalName: `${name}@example.test`,
    displayName: `${name} of Example`,
    mail: `${name}@example.test`,
    unicodePwd: unicodePwd(passwordOf(name)),
    userAccountControl: '512',
    ...more,
  },
]
const group = (cn: string, ...member: string[]): SlapdEntry => [
  `cn=${cn},${staff}`,
  { objectClass: 'group', sAMAccountName: cn, member },
]
const entries: SlapdEntry[] = [
  [staff, { objectClass: 'organizationalUnit' }],
  person(`cn=Kim,${staff}`, 'kim'),
  person(odd, 'odd'),
  person(`cn=Disabled,${staff}`, 'disabled', { userAccountControl: '514' }),
  person(`cn=Expired,${staff}`, 'expired', { pwdLastSet: '0' }),
  person(`cn=Many,${staff}`, 'many'),
  [`cn=printer,${staff}`, { objectClass: 'computer', sAMAccountName: 'printer$' }],
  group('builders', `cn=Kim,${staff}`, odd),
  group('everybody', `cn=builders,${staff}`),
  ...Array.from({ length: 120 }, (_, number) => group(`many-${number}`, `cn=Many,${staff}`)),
]

// Debian's packages are large, so that it is a choice whether a machine has them.
const canStart = process.getuid?.() === 0 && (await isInstalled('samba'))
describe.skipIf(!canStart)('a domain controller of Active Directory', () => {
  let controller: DomainController
  beforeAll(async () => {
    controller = await startDomainController(entries)
  })
  afterAll(() => controller[Symbol.asyncDispose]())

  const people: DirectorySettings['people'] = {
    base,
    scope: 'sub',
    filter: '(&(objectCategory=person)(objectClass=user))',
    name: 'sAMAccountName',
    memberOf: 'memberOf',
  }
  const groups: DirectorySettings['groups'] = { base, scope: 'sub', filter: '', name: 'cn', inParallel: true }
  const directory = (changes: Partial<DirectorySettings> = {}) =>
    new Directory(
      {
        url: controller.secureUrl,
        startTls: false,
        verifyCertificate: true,
        authority: controller.authority,
        timeoutMilliseconds: 20_000,
        searchDn: controller.searcher.name,
        searchPassword: controller.searcher.password,
        people,
        groups,
        ...changes,
      },
      new AddressGuard(['127.0.0.0/8']),
    )
  const reasonOf = async (work: Promise<unknown>) => {
    const error = await work.catch((thrown: unknown) => thrown)
    return error instanceof DirectoryError ? error.reason : `no DirectoryError: ${String(error)}`
  }
  const groupsOf = async (name: string, changes: Partial<DirectorySettings> = {}) => {
    const found = (await directory().find(name)) ?? expect.fail()
    const person = await directory(changes).look(found.id, found.dn)
    return person?.groups.map((key) => key.split(',')[0]).toSorted()
  }

  it('tells whom an account name and password belong to, in any case', async () => {
    for (const name of ['kim', 'KIM', ' Kim '])
      expect(await directory().signIn(name, passwordOf('kim'))).toEqual({
        id: expect.stringMatching(/^objectguid=[0-9a-f]{32}$/),
        dn: `CN=Kim,OU=staff,DC=example,DC=test`,
        username: 'kim',
        realname: 'kim of Example',
        email: 'kim@example.test',
        groups: [`cn=builders,${staff}`],
      })
    expect(await directory().signIn('odd', passwordOf('odd'))).toBeDefined()
  })

  it('does so by user principal name where the settings say so', async () => {
    const asked = directory({ people: { ...people, name: 'userPrincipalName' } })
    expect(await asked.signIn('kim@EXAMPLE.test', passwordOf('kim'))).toMatchObject({ username: 'kim@example.test' })
    expect(await asked.signIn('kim', passwordOf('kim'))).toBeUndefined()
  })

  it.each([
    ['a wrong password', 'kim', passwordOf('odd')],
    ['no password', 'kim', ''],
    ['an account that is disabled', 'disabled', passwordOf('disabled')],
    ['a password that has to be changed', 'expired', passwordOf('expired')],
    ['a machine', 'printer$', passwordOf('printer')],
    ['a pattern', 'k*', passwordOf('kim')],
  ])('signs nobody in for %s', async (_, name, password) => {
    expect(await directory().signIn(name, password)).toBeUndefined()
  })

  it('has groups around groups, and none from the primary one', async () => {
    for (const name of ['kim', 'odd']) expect(await groupsOf(name)).toEqual(['cn=builders', 'cn=everybody'])
    expect(await groupsOf('many')).toHaveLength(120)
  })

  it('has those alone that the filter of groups lets count', async () => {
    const filter = `(member:${IN_CHAIN}:=cn=Kim,${staff})`
    expect(await groupsOf('kim', { groups: { ...groups, filter } })).toEqual(['cn=builders', 'cn=everybody'])
    expect(await groupsOf('many', { groups: { ...groups, filter } })).toEqual([])
  })

  it('lets those alone in whom a filter finds in a group, however deep', async () => {
    const filter = `(memberOf:${IN_CHAIN}:=cn=everybody,${staff})`
    const asked = directory({ people: { ...people, filter } })
    expect(await asked.signIn('kim', passwordOf('kim'))).toBeDefined()
    expect(await asked.signIn('many', passwordOf('many'))).toBeUndefined()
  })

  it('finds people and groups by a part of their names, without those who are disabled', async () => {
    expect((await directory().findPeople('XPIR')).map(({ username }) => username)).toEqual(['expired'])
    expect(await directory().findPeople('disab')).toEqual([])
    expect(await directory().findGroups('everyb')).toEqual([
      { dn: `CN=everybody,OU=staff,DC=example,DC=test`, name: 'everybody' },
    ])
    expect(await directory().findGroup(`cn=Everybody, ${staff}`)).toMatchObject({ name: 'everybody' })
  })

  it('knows somebody again who was renamed, and has nobody any more who was disabled', async () => {
    const { id, dn } = (await directory().find('odd')) ?? expect.fail()
    await controller.change((client) => client.modifyDN(odd, 'cn=Kim Lee'))
    expect(await directory().look(id, dn)).toMatchObject({
      username: 'odd',
      dn: `CN=Kim Lee,OU=staff,DC=example,DC=test`,
    })
    const disable = new Change({
      operation: 'replace',
      modification: new Attribute({ type: 'userAccountControl', values: ['514'] }),
    })
    await controller.change((client) => client.modify(`cn=Kim Lee,${staff}`, disable))
    expect(await directory().look(id, dn)).toBeUndefined()
  })

  it('is asked by LDAPS or StartTLS, and wants one of them', async () => {
    await directory().ping()
    await directory({ url: controller.url, startTls: true }).ping()
    expect(await reasonOf(directory({ url: controller.url }).ping())).toBe('tls-required')
    expect(await reasonOf(directory({ authority: '' }).ping())).toBe('certificate')
  })

  it('says what is wrong', async () => {
    expect(await reasonOf(directory({ searchPassword: 'wrong' }).ping())).toBe('account-refused')
    expect(await reasonOf(directory({ people: { ...people, base: `ou=none,${base}` } }).ping())).toBe('no-such-base')
    expect(await reasonOf(directory({ people: { ...people, base: 'dc=nowhere' } }).ping())).toBe('no-such-base')
  })
})
