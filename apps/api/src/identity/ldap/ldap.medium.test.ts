import { type SlapdServer, startSlapd, waitUntil } from '@berth/testkit'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ApiUnderTest, USER_PASSWORD } from '../../testing/api.test.support.js'
import {
  configure,
  directorySettings,
  group,
  groups,
  passwordOf,
  people,
  person,
} from '../../testing/ldap.test.support.js'
import { LdapRefresh } from './ldap-refresh.js'

const odd = String.raw`cn=Kim Lee (X12)\, \5c* \23`

let slapd: SlapdServer
let api: ApiUnderTest
beforeAll(async () => {
  const names = [
    'kim',
    'gus',
    'chief',
    'leaves',
    'disabled',
    'uma',
    'guessed',
    'copies',
    'first',
    'slow',
    'certified',
    'quits',
    'unmet',
    'tardy',
  ]
  slapd = await startSlapd([
    ...names.map((uid) => person(uid)),
    person('odd', { rdn: odd, cn: String.raw`Kim Lee (X12), \* #` }),
    person('many'),
    person('copied', { mail: 'uma@example.com' }),
    group('build', 'uid=kim', odd),
    group('everybody', `cn=build,${groups}`, 'uid=first'),
    group('chiefs', 'uid=chief'),
    ...Array.from({ length: 500 }, (_, number) => group(`many-${number}`, 'uid=many')),
  ])
  api = await ApiUnderTest.start()
  await api.createUser('uma')
  await configure(api, directorySettings(slapd))
})
afterAll(async () => {
  await api[Symbol.asyncDispose]()
  await slapd[Symbol.asyncDispose]()
})
beforeEach(() => api.redis.flush())

const signIn = (uid: string, password = passwordOf(uid)) =>
  api.call({ path: 'users/current', as: `${uid}:${password}` })
const atPortal = (principal: string, password: string) =>
  api.call({ method: 'POST', path: '/c/login', form: { principal, password } })
const claimsOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
const idOf = async (uid: string) => Number((await signIn(uid)).body.user_id)

async function addGroup(project: string, ldap_group_dn: string, role_id: number) {
  const answer = await api.call({
    method: 'POST',
    path: `projects/${project}/members`,
    as: 'uma',
    body: { role_id, member_group: { ldap_group_dn } },
  })
  expect(answer.status).toBe(201)
}
const rolesOf = async (project: string, uid: string) =>
  (await api.call({ path: `projects/${project}`, as: `${uid}:${passwordOf(uid)}` })).body.current_user_role_ids ?? []

describe('signing in by LDAP', () => {
  it('makes one account of one entry, whatever way its name is written, at the portal and with Basic', async () => {
    const { body } = await signIn('kim')
    expect(body).toMatchObject({ username: 'kim', email: 'kim@example.org', sysadmin_flag: false })
    for (const name of ['KIM', ' kim ', 'Kim']) {
      expect((await api.call({ path: 'users/current', as: `${name}:${passwordOf('kim')}` })).body.user_id).toBe(
        body.user_id,
      )
      const { sid = '' } = (await atPortal(name, passwordOf('kim'))).cookies
      const current = await api.call({ path: 'users/current', headers: { cookie: `sid=${sid}` } })
      expect(current.body.user_id).toBe(body.user_id)
    }
    const users = await api.call({ path: 'users?username=kim', as: 'admin' })
    expect(users.body).toHaveLength(1)
  })

  it('is refused for a wrong password and for none', async () => {
    expect(await signIn('gus', 'wrong')).toMatchObject({ status: 401, reason: 'WRONG_CREDENTIALS' })
    expect(await atPortal('gus', '')).toMatchObject({ status: 401 })
    expect(await signIn('g*s', passwordOf('gus'))).toMatchObject({ status: 401 })
  })

  it('stands beside the accounts of Berth, which are never asked for there', async () => {
    expect(await signIn('uma', USER_PASSWORD)).toMatchObject({ status: 200 })
    expect(await signIn('uma')).toMatchObject({ status: 401, reason: 'WRONG_CREDENTIALS' })
  })

  it('says whose the name is where somebody else has it who signs in elsewhere', async () => {
    await api.database.pool.query(`insert into "user" (username) values ('copies')`)
    expect(await signIn('copies')).toMatchObject({ status: 401, reason: 'IDENTITY_NAME_TAKEN' })
  })

  it('never becomes the account that has the same e-mail address', async () => {
    const { body } = await signIn('copied')
    expect(body).toMatchObject({ username: 'copied' })
    expect(body.email).toBeUndefined()
  })

  it('counts as any other guess', async () => {
    for (let guess = 0; guess < 10; guess += 1) await signIn('guessed', `wrong ${guess}`)
    expect(await signIn('guessed')).toMatchObject({ status: 429 })
    expect(await signIn('  GUESSED ')).toMatchObject({ status: 429 })
  })
})

describe('groups of the directory', () => {
  it('give their members roles, however a DN is written, and groups in groups do, from the first sign-in on', async () => {
    await api.createProject('nested', 'uma')
    await addGroup('nested', `CN=Everybody, OU=Groups,DC=example, DC=org`, 2)
    await addGroup('nested', `cn=build,${groups}`, 3)
    expect((await rolesOf('nested', 'kim')).toSorted()).toEqual([2, 3])
    expect((await rolesOf('nested', 'odd')).toSorted()).toEqual([2, 3])
    expect(await rolesOf('nested', 'first')).toEqual([2])
    expect(await rolesOf('nested', 'gus')).toEqual([])
  })

  it('act on the next request of somebody who is signed in already', async () => {
    await api.createProject('joined', 'uma')
    const { sid = '' } = (await atPortal('kim', passwordOf('kim'))).cookies
    const seen = async () => {
      const { body } = await api.call({ path: 'projects?name=joined', headers: { cookie: `sid=${sid}` } })
      return body.length
    }
    expect(await seen()).toBe(0)
    await addGroup('joined', `cn=build,${groups}`, 3)
    expect(await seen()).toBe(1)
  })

  it('make administrators of their members, for as long as the directory says so', async () => {
    await configure(api, { ldap_group_admin_dn: `CN=chiefs, ${groups}` })
    const status = async () => (await api.call({ path: 'users', as: `chief:${passwordOf('chief')}` })).status
    expect(await status()).toBe(200)
    await slapd.change((client) => client.del(`cn=chiefs,${groups}`))
    await api.app.get(LdapRefresh).refresh(0)
    expect(await status()).toBe(403)
    const { rows } = await api.database.pool.query(`select sysadmin from "user" where username = 'chief'`)
    expect(rows).toEqual([{ sysadmin: false }])
  })

  it('are 500 of one person, and no sign-in waits for them but the first, a second', async () => {
    await api.createProject('many', 'uma')
    await addGroup('many', `cn=many-499,${groups}`, 3)
    expect(await signIn('many')).toMatchObject({ status: 200 })
    await waitUntil(async () => (await rolesOf('many', 'many')).includes(3), { what: 'the groups are learnt' })
  })
})

/** Identities about which the directory was not asked for a while. */
const due = () => countOf(`checked_at < now() - interval '1 hour'`)
const known = () => countOf('true')
const countOf = async (condition: string) =>
  Number((await api.database.pool.query(`select count(*) from user_identity where ${condition}`)).rows[0].count)

describe('somebody of the directory', () => {
  it.each([
    ['has gone', 'leaves', () => slapd.change((client) => client.del(`uid=leaves,${people}`))],
    ['is let in no more', 'disabled', () => configure(api, { ldap_filter: '(!(uid=disabled))' })],
  ])('and %s is nobody here either: session, access token and registry token end', async (_, uid, leave) => {
    const { sid = '' } = (await atPortal(uid, passwordOf(uid))).cookies
    const headers = { cookie: `sid=${sid}` }
    const as = `${uid}:${passwordOf(uid)}`
    const made = { method: 'POST', path: 'users/current/tokens', as, body: { name: 'ci', access: 'write' } } as const
    const token = `${uid}:${(await api.call(made)).body.secret}`
    const { caller } = claimsOf((await api.call({ path: '/service/token', as: token })).body.token)
    const statuses = async () => [
      (await api.call({ path: 'users/current', headers })).status,
      ...(await Promise.all(
        ['users/current', '/service/token'].map(async (path) => (await api.call({ path, as: token })).status),
      )),
      (await signIn(uid)).status,
    ]
    // The registry asks this view, in which they are by their password and by their token, and takes nothing of who is not in it.
    const known = async () =>
      (await api.database.pool.query('select from caller where kind = $1 and id = $2', [caller.kind, caller.id]))
        .rowCount
    expect([await statuses(), await known()]).toEqual([[200, 200, 200, 200], 2])
    await leave()
    await api.app.get(LdapRefresh).refresh(0)
    expect([await statuses(), await known()]).toEqual([[401, 401, 401, 401], 0])
  })

  it('stays who they are while it cannot be asked, and is asked about again', async () => {
    const id = await idOf('quits')
    const checked = `update user_identity set checked_at = now() - interval '1 day'`
    await api.database.pool.query(checked)
    await slapd.stop()
    await api.app.get(LdapRefresh).refresh()
    const { rows } = await api.database.pool.query(`select gone_at from user_identity where user_id = $1`, [id])
    expect(rows).toEqual([{ gone_at: null }])
    // The one after whom the directory did not answer waits; the others are due as before.
    expect(await due()).toBe((await known()) - 1)
    await slapd.start()
  })

  it('who has left is found out in one go, however many people are due', async () => {
    await waitUntil(async () => (await signIn('gus', 'x')).status === 401, { what: 'the directory is asked again' })
    const staff = await idOf('gus')
    await api.database.pool.query(
      `with made as (
        insert into "user" (username) select 'stale-' || n from generate_series(1, 120) n returning id, username
      )
      insert into user_identity (user_id, source, issuer, subject, name)
      select id, 'ldap', '', 'dn=uid=' || username || ',${people}', 'uid=' || username || ',${people}' from made`,
    )
    await api.database.pool.query(`update user_identity set checked_at = now() - interval '1 day'`)
    await api.app.get(LdapRefresh).refresh()
    expect(await due()).toBe(0)
    const gone = await api.database.pool.query(
      `select i.user_id from user_identity i join "user" u on u.id = i.user_id where gone_at is not null and username like 'stale-%'`,
    )
    expect(gone.rowCount).toBe(120)
    expect(await idOf('gus')).toBe(staff)
  })
})

describe('a directory that does not answer', () => {
  it('keeps nobody else out, says so, and counts no guess', async () => {
    const robot = await api.createRobot('ci', [{ scope: 'system', permissions: ['user:list'] }])
    await waitUntil(async () => (await signIn('slow')).status === 200, { what: 'the directory is asked again' })
    await slapd.stop()
    try {
      for (let attempt = 0; attempt < 12; attempt += 1) {
        expect(await signIn('unmet')).toMatchObject({ status: 503, reason: 'DIRECTORY_UNAVAILABLE' })
      }
      expect(await signIn('uma', USER_PASSWORD)).toMatchObject({ status: 200 })
      expect(await signIn('uma', 'wrong')).toMatchObject({ status: 401 })
      expect(await api.call({ path: 'users', as: robot })).toMatchObject({ status: 200 })
      // Remembered, as any password that was right a moment ago.
      expect(await signIn('slow')).toMatchObject({ status: 200 })
    } finally {
      await slapd.start()
    }
    await waitUntil(async () => (await signIn('unmet')).status === 200, { what: 'the directory is asked again' })
  })

  it('that answers later than it may is as one that does not, and one that is only slow is waited for', async () => {
    await configure(api, { ldap_timeout: 1 })
    await waitUntil(async () => (await signIn('certified')).status === 200, { what: 'the directory is asked again' })
    slapd.signal('STOP')
    const isRefused = async () => (await signIn('nobody-there', 'x')).reason === 'DIRECTORY_UNAVAILABLE'
    await waitUntil(isRefused, { what: 'the directory is given up on' })
    slapd.signal('CONT')
    await configure(api, { ldap_timeout: 30 })
    await waitUntil(async () => (await signIn('tardy', 'wrong')).status === 401, {
      what: 'the directory is asked again',
    })
    slapd.signal('STOP')
    const slow = signIn('tardy')
    await signIn('uma', USER_PASSWORD)
    slapd.signal('CONT')
    expect(await slow).toMatchObject({ status: 200 })
  })

  it('delays nobody whose password is compared here, from the same address either', async () => {
    await configure(api, { ldap_timeout: 30 })
    await waitUntil(async () => (await signIn('certified')).status === 200, { what: 'the directory is asked again' })
    slapd.signal('STOP')
    const waiting = Array.from({ length: 20 }, (_, number) => signIn(`stranger-${number}`, 'x'))
    const first = Promise.race(waiting.map((one) => one.then(() => 'a stranger')))
    try {
      for (const password of [USER_PASSWORD, 'wrong']) {
        const local = signIn('uma', password).then(() => 'an account of Berth')
        expect(await Promise.race([local, first])).toBe('an account of Berth')
      }
    } finally {
      slapd.signal('CONT')
    }
    for (const answer of await Promise.all(waiting)) expect(answer.status).toBe(401)
  })
})

describe('encryption', () => {
  it.each([
    ['LDAPS', () => ({ ldap_url: slapd.secureUrl, ldap_start_tls: false })],
    ['StartTLS', () => ({ ldap_url: slapd.url, ldap_start_tls: true })],
  ])('by %s lets in whom the directory knows, and nobody where its certificate is wrong', async (_, changes) => {
    await configure(api, { ...directorySettings(slapd), ...changes(), ldap_ca_certificate: '' })
    expect(await signIn('first', 'asked anew')).toMatchObject({ status: 503, reason: 'DIRECTORY_UNAVAILABLE' })
    await configure(api, { ldap_ca_certificate: slapd.authority })
    expect(await signIn('first', 'asked anew')).toMatchObject({ status: 401 })
    expect(await signIn('first')).toMatchObject({ status: 200 })
  })
})
