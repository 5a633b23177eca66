import { type SlapdServer, startSlapd } from '@berth/testkit'
import { createServer, type Server } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiUnderTest } from '../../testing/api.test.support.js'
import { configure, directorySettings, group, groups, people, person } from '../../testing/ldap.test.support.js'

let slapd: SlapdServer
let api: ApiUnderTest
beforeAll(async () => {
  slapd = await startSlapd([person('kim'), person('kimberly'), person('uma'), group('build', 'uid=kim')])
  api = await ApiUnderTest.start()
  await api.createUser('uma')
  await api.createProject('dev', 'uma')
})
afterAll(async () => {
  await api[Symbol.asyncDispose]()
  await slapd[Symbol.asyncDispose]()
})

const ping = async (body?: object) => (await api.call({ method: 'POST', path: 'ldap/ping', as: 'admin', body })).body
const get = (path: string) => api.call({ path: `ldap/${path}`, as: 'admin' })
const importUsers = (...ldap_uid_list: string[]) =>
  api.call({ method: 'POST', path: 'ldap/users/import', as: 'admin', body: { ldap_uid_list } })
const add = (body: object) =>
  api.call({ method: 'POST', path: 'projects/dev/members', as: 'uma', body: { role_id: 2, ...body } })

it('says that no directory is set up', async () => {
  expect(await ping()).toMatchObject({ success: false, reason: 'off' })
  for (const path of ['users/search', 'groups/search'])
    expect(await get(path)).toMatchObject({ status: 400, reason: 'DIRECTORY_OFF' })
  expect((await importUsers('kim')).body).toEqual([
    { uid: 'kim', error: expect.stringContaining('No directory is set up') },
  ])
})

describe('trying a directory out', () => {
  it('tells what is wrong before anything is saved', async () => {
    const { ldap_group_base_dn: _groups, ...settings } = directorySettings(slapd)
    expect(await ping(settings)).toMatchObject({ success: true })
    expect(await ping({ ...settings, ldap_search_password: 'wrong' })).toMatchObject({ reason: 'account-refused' })
    expect(await ping({ ...settings, ldap_base_dn: 'dc=nowhere' })).toMatchObject({ reason: 'no-such-base' })
    expect(await ping({ ...settings, ldap_url: slapd.secureUrl, ldap_ca_certificate: '' })).toMatchObject({
      reason: 'certificate',
    })
    expect(await ping({ ldap_url: 'ldap://169.254.169.254', ldap_connection_timeout: 1 })).toMatchObject({
      reason: 'address-refused',
    })
  })

  it('never takes the password that is set to another address', async () => {
    await configure(api, directorySettings(slapd))
    expect(await ping()).toMatchObject({ success: true })
    expect(await ping({ ldap_timeout: 1, ldap_search_password: '' })).toMatchObject({ success: true })
    let heard = ''
    const server: Server = createServer((socket) => {
      socket.on('error', () => {}).on('data', (data) => (heard += data.toString('latin1')))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = address && typeof address === 'object' ? address.port : 0
    await ping({ ldap_url: `ldap://127.0.0.1:${port}`, ldap_connection_timeout: 1 })
    server.close()
    expect(heard).toContain(slapd.searcher.dn)
    expect(heard).not.toContain(slapd.searcher.password)
  })
})

describe('people and groups of the directory', () => {
  it('are found by part of their names, or by a DN', async () => {
    expect((await get('users/search?username=kim')).body).toEqual([
      { username: 'kim', realname: 'kim', email: 'kim@example.org' },
      { username: 'kimberly', realname: 'kimberly', email: 'kimberly@example.org' },
    ])
    const build = { group_name: 'build', group_type: 1, ldap_group_dn: `cn=build,${groups}` }
    expect((await get('groups/search?groupname=BUI')).body).toEqual([build])
    const dn = encodeURIComponent(`CN=Build, ${groups}`)
    expect((await get(`groups/search?groupdn=${dn}`)).body).toEqual([build])
    expect((await get(`groups/search?groupdn=${encodeURIComponent(`uid=kim,${people}`)}`)).body).toEqual([])
  })

  it('become users, but for those that cannot, who are named', async () => {
    expect(await importUsers('KIM', 'kim')).toMatchObject({ status: 200 })
    const answer = await importUsers('kimberly', 'nobody', 'uma')
    expect(answer.status).toBe(404)
    expect(answer.body).toEqual([
      { uid: 'nobody', error: expect.stringContaining('nobody') },
      { uid: 'uma', error: expect.stringContaining('belongs to another account') },
    ])
    const users = await api.call({ path: 'users?username=kim', as: 'admin' })
    expect(users.body.map(({ username }: { username: string }) => username)).toEqual(['kim', 'kimberly'])
  })

  it('become members by their name, before they have ever signed in', async () => {
    await slapd.change((client) => client.add(...person('newcomer')))
    expect(await add({ member_user: { username: 'Newcomer' } })).toMatchObject({ status: 201 })
    expect(await add({ member_user: { username: 'nobody' } })).toMatchObject({ status: 404, reason: 'USER_NOT_FOUND' })
  })

  it('are known as groups by a DN that is there alone, and called as they are there', async () => {
    const none = `cn=none,${groups}`
    const create = (ldap_group_dn: string) =>
      api.call({ method: 'POST', path: 'usergroups', as: 'admin', body: { group_type: 1, ldap_group_dn } })
    expect(await create(none)).toMatchObject({ status: 400, reason: 'NO_SUCH_GROUP' })
    expect(await add({ member_group: { ldap_group_dn: none } })).toMatchObject({ status: 400, reason: 'NO_SUCH_GROUP' })
    const made = await create(`cn=build,${groups}`)
    expect((await api.call({ path: String(made.headers['location']), as: 'admin' })).body.group_name).toBe('build')
    expect(await add({ member_group: { group_name: 'build', group_type: 1 } })).toMatchObject({ status: 201 })
  })
})
