import { createServer, type Socket } from 'node:net'
import { AddressGuard } from '@berth/outbound'
import { type SlapdEntry, type SlapdServer, startSlapd } from '@berth/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Directory } from './directory.js'
import { DirectoryError } from './directory-error.js'
import type { DirectorySettings } from './directory-settings.js'

const base = 'dc=example,dc=org'
const people = `ou=people,${base}`
const groups = `ou=groups,${base}`
const odd = String.raw`cn=Kim Lee (X12)\, \5c* \23,${people}`

const person = (dn: string, uid: string, cn = uid): SlapdEntry => [
  dn,
  {
    objectClass: 'inetOrgPerson',
    uid,
    cn,
    sn: uid,
    mail: `${uid}@example.org`,
    displayName: `${uid} of Example`,
    userPassword: `secret of ${uid}`,
  },
]
const group = (rdn: string, ...member: string[]): SlapdEntry => [
  `${rdn},${groups}`,
  { objectClass: 'groupOfNames', member },
]
const entries = [
  person(`uid=kim,${people}`, 'kim'),
  person(odd, 'odd', String.raw`Kim Lee (X12), \* #`),
  person(`uid=twin,${people}`, 'twin'),
  person(`cn=other,${people}`, 'twin', 'other'),
  person(`uid=many,${people}`, 'many'),
  group('cn=direct', `uid=kim,${people}`, odd),
  group('cn=outer', `cn=direct,${groups}`),
  group('cn=outermost', `cn=outer,${groups}`),
  group('cn=round', `cn=outermost,${groups}`, `cn=round,${groups}`),
  group(String.raw`cn=Build \28all\29`, odd),
  ...Array.from({ length: 520 }, (_, number) => group(`cn=many-${number}`, `uid=many,${people}`)),
]

let slapd: SlapdServer
beforeAll(async () => {
  slapd = await startSlapd(entries)
})
afterAll(() => slapd[Symbol.asyncDispose]())

const settings = (changes: Partial<DirectorySettings> = {}): DirectorySettings => ({
  url: slapd.url,
  startTls: false,
  verifyCertificate: true,
  authority: slapd.authority,
  timeoutMilliseconds: 10_000,
  searchDn: slapd.searcher.dn,
  searchPassword: slapd.searcher.password,
  people: { base: people, scope: 'sub', filter: '', name: 'uid', memberOf: 'memberOf' },
  groups: { base: groups, scope: 'sub', filter: '', name: 'cn', inParallel: false },
  ...changes,
})
const directory = (changes: Partial<DirectorySettings> = {}, allow = ['127.0.0.1']) =>
  new Directory(settings(changes), new AddressGuard(allow))

async function reasonOf(work: Promise<unknown>): Promise<string> {
  const error = await work.catch((thrown: unknown) => thrown)
  return error instanceof DirectoryError ? error.reason : `no DirectoryError: ${String(error)}`
}

describe('signing in', () => {
  it('tells whom a name and password belong to, as the directory says it', async () => {
    expect(await directory().signIn('KIM', 'secret of kim')).toEqual({
      id: expect.stringMatching(/^entryuuid=[0-9a-f-]{36}$/),
      dn: `uid=kim,${people}`,
      username: 'kim',
      realname: 'kim of Example',
      email: 'kim@example.org',
      groups: [`cn=direct,${groups}`],
    })
  })

  it.each([
    ['a wrong password', 'kim', 'secret of odd'],
    ['no password', 'kim', ''],
    ['a name that nobody has', 'nobody', 'secret of kim'],
    ['a name that two have', 'twin', 'secret of twin'],
    ['a name that is a filter', 'kim)(uid=*', 'secret of kim'],
    ['a name that is a pattern', 'ki*', 'secret of kim'],
  ])('is refused for %s', async (_, name, password) => {
    expect(await directory().signIn(name, password)).toBeUndefined()
  })

  it('is for those whom the filter lets, and who are not below another base', async () => {
    const filtered = { ...settings().people, filter: '(!(uid=kim))' }
    expect(await directory({ people: filtered }).signIn('kim', 'secret of kim')).toBeUndefined()
    expect(await directory({ people: filtered }).signIn('odd', 'secret of odd')).toBeDefined()
    const elsewhere = { ...settings().people, base: groups }
    expect(await directory({ people: elsewhere }).signIn('kim', 'secret of kim')).toBeUndefined()
  })
})

describe('groups', () => {
  const groupsOf = async (name: string, changes: Partial<DirectorySettings> = {}) => {
    const asked = directory(changes)
    const found = (await asked.find(name)) ?? expect.fail()
    return (await asked.look(found.id, found.dn))?.groups.map((key) => key.split(',ou=')[0]).toSorted()
  }

  it('are those around the groups of somebody as well, also in a circle', async () => {
    expect(await groupsOf('kim')).toEqual(['cn=direct', 'cn=outer', 'cn=outermost', 'cn=round'])
  })

  it('of somebody whose DN has every sign that means something are found', async () => {
    expect(await groupsOf('odd')).toEqual(['cn=build (all)', 'cn=direct', 'cn=outer', 'cn=outermost', 'cn=round'])
  })

  it('are found where entries do not name their groups', async () => {
    expect(await groupsOf('kim', { people: { ...settings().people, memberOf: '' } })).toHaveLength(4)
  })

  it('are those alone that a filter lets count, and that lie where groups do', async () => {
    expect(await groupsOf('kim', { groups: { ...settings().groups, filter: 'cn=direct' } })).toEqual(['cn=direct'])
    expect(await groupsOf('kim', { groups: { ...settings().groups, base: `cn=outer,${groups}` } })).toEqual([
      'cn=outer',
    ])
  })

  it.each([false, true])('of 520 are all found, several at a time: %s', async (inParallel) => {
    expect(await groupsOf('many', { groups: { ...settings().groups, inParallel } })).toHaveLength(520)
  })

  it('are found by their name, and by a DN however it is written', async () => {
    expect(await directory().findGroups('OUTER')).toHaveLength(2)
    expect(await directory().findGroups('(all)')).toHaveLength(1)
    expect(await directory().findGroup(`CN=Direct, ${groups}`)).toEqual({ dn: `cn=direct,${groups}`, name: 'direct' })
    expect(await directory().findGroup(`cn=none,${groups}`)).toBeUndefined()
    expect(await directory().findGroup(`uid=kim,${people}`)).toBeUndefined()
  })
})

describe('an entry', () => {
  it('is found by its id after it was renamed, and not when another one has its name', async () => {
    const dn = `uid=moves,${people}`
    const add = () =>
      slapd.change((client) => client.add(dn, { objectClass: 'inetOrgPerson', uid: 'moves', sn: 'm', cn: 'm' }))
    await add()
    const { id } = (await directory().find('moves')) ?? expect.fail()
    await slapd.change((client) => client.modifyDN(dn, 'uid=moved'))
    expect(await directory().look(id, dn)).toMatchObject({ username: 'moved', dn: `uid=moved,${people}` })
    await add()
    expect(await directory().look(id, dn)).toMatchObject({ username: 'moved' })
    await slapd.change((client) => client.del(`uid=moved,${people}`))
    expect(await directory().look(id, dn)).toBeUndefined()
  })

  it('is among those whose name has a text in it, one who is called so first', async () => {
    expect((await directory().findPeople('m')).map(({ username }) => username)).toContain('kim')
    expect((await directory().findPeople('KIM'))[0]?.username).toBe('kim')
  })
})

describe('a connection', () => {
  it('goes by LDAPS, or by StartTLS before anything is said', async () => {
    await directory({ url: slapd.secureUrl }).ping()
    await directory({ startTls: true }).ping()
  })

  it.each([['LDAPS'], ['StartTLS']])('is not made by %s to a server whose certificate is not trusted', async (how) => {
    const url = how === 'LDAPS' ? slapd.secureUrl : slapd.url
    const startTls = how === 'StartTLS'
    expect(await reasonOf(directory({ url, startTls, authority: '' }).ping())).toBe('certificate')
    await directory({ url, startTls, authority: '', verifyCertificate: false }).ping()
    const elsewhere = url.replace('127.0.0.1', 'localhost')
    expect(await reasonOf(directory({ url: elsewhere, startTls }, ['localhost']).ping())).toBe('certificate')
  })

  it('goes to no address inside that nobody has allowed', async () => {
    for (const url of [slapd.url, slapd.url.replace('127.0.0.1', 'localhost'), slapd.url.replace('127.0.0.1', '[::1]')])
      expect(await reasonOf(directory({ url }, []).ping()), url).toBe('address-refused')
  })

  it('says what is wrong', async () => {
    expect(await reasonOf(directory({ searchPassword: 'wrong' }).ping())).toBe('account-refused')
    const nowhere = { ...settings().people, base: 'dc=nowhere' }
    expect(await reasonOf(directory({ people: nowhere }).ping())).toBe('no-such-base')
    expect(await reasonOf(directory({ url: 'ldap://127.0.0.1:1' }).ping())).toBe('unreachable')
  })

  it('ends when its time is over, whatever the server does not do', async () => {
    slapd.signal('STOP')
    try {
      for (const changes of [{}, { url: slapd.secureUrl }, { startTls: true }])
        expect(await reasonOf(directory({ ...changes, timeoutMilliseconds: 200 }).ping())).toBe('timeout')
    } finally {
      slapd.signal('CONT')
    }
  })

  /** A directory that answers whatever it is asked like this. */
  async function liar(answer: (socket: Socket) => void): Promise<{ readonly url: string } & Disposable> {
    const server = createServer((socket) => void socket.on('error', () => {}).once('data', () => answer(socket)))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : undefined
    return { url: `ldap://127.0.0.1:${port}`, [Symbol.dispose]: () => server.close() }
  }

  it('ends when more comes than anybody needs', async () => {
    const message = Buffer.from('3009020163640404003000', 'hex')
    using server = await liar((socket) => {
      const more = () =>
        socket.writable && socket.write(Buffer.concat(Array.from({ length: 5000 }, () => message)), more)
      more()
    })
    expect(await reasonOf(directory({ url: server.url }).ping())).toBe('too-large')
  })

  it('ends when what comes is no message, before anything of it is decoded', async () => {
    // The last text of the result has 127 bytes, of which there are none: a decoder that goes on at its end never ends.
    using server = await liar((socket) => void socket.write(Buffer.from('300c02010161070a01000400047f', 'hex')))
    for (const startTls of [false, true])
      expect(await reasonOf(directory({ url: server.url, startTls }).ping())).toBe('failed')
  })
})
