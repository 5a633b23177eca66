import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiUnderTest } from '../../testing/api.test.support.js'

let api: ApiUnderTest
beforeAll(async () => {
  api = await ApiUnderTest.start()
  await api.createUser('uma')
  await api.createProject('dev', 'uma')
})
afterAll(() => api[Symbol.asyncDispose]())

const create = (body: object) => api.call({ method: 'POST', path: 'usergroups', as: 'admin', body })
const add = (body: object) =>
  api.call({ method: 'POST', path: 'projects/dev/members', as: 'uma', body: { role_id: 2, ...body } })
const members = async (query = '') => (await api.call({ path: `projects/dev/members${query}`, as: 'uma' })).body
const build = 'CN=Build,OU=Groups,DC=example,DC=org'

describe('groups', () => {
  it('of LDAP are known by their DN, however it is written', async () => {
    const made = await create({ group_name: 'Build', group_type: 1, ldap_group_dn: build })
    expect(made).toMatchObject({ status: 201 })
    const id = Number(String(made.headers['location']).split('/').at(-1))
    expect((await api.call({ path: `usergroups/${id}`, as: 'admin' })).body).toEqual({
      id,
      group_name: 'Build',
      group_type: 1,
      ldap_group_dn: build,
    })
    for (const dn of [build, 'cn=build, ou=groups, dc=example, dc=org']) {
      expect(await create({ group_name: 'again', group_type: 1, ldap_group_dn: dn })).toMatchObject({
        status: 409,
        reason: 'GROUP_EXISTS',
      })
      const found = await api.call({ path: `usergroups?ldap_group_dn=${encodeURIComponent(dn)}`, as: 'admin' })
      expect(found.body).toHaveLength(1)
    }
  })

  it('of a provider are known by their name, letter for letter', async () => {
    expect(await create({ group_name: 'ops', group_type: 3 })).toMatchObject({ status: 201 })
    expect(await create({ group_name: 'Ops', group_type: 3 })).toMatchObject({ status: 201 })
    expect(await create({ group_name: 'ops', group_type: 2 })).toMatchObject({ status: 201 })
    expect(await create({ group_name: ' ops ', group_type: 3 })).toMatchObject({ status: 409, reason: 'GROUP_EXISTS' })
  })

  it.each([
    [{ group_name: 'x', group_type: 4 }, 'BAD_GROUP_TYPE'],
    [{ group_name: 'x', group_type: 1 }, 'BAD_GROUP_DN'],
    [{ group_name: 'x', group_type: 1, ldap_group_dn: 'build' }, 'BAD_GROUP_DN'],
    [{ group_name: ' ', group_type: 3 }, 'GROUP_NAME_MISSING'],
    [{ group_type: 3 }, 'GROUP_NAME_MISSING'],
  ])('%j is none', async (body, reason) => {
    expect(await create(body)).toMatchObject({ status: 400, reason })
  })

  it('of a provider are renamed by people alone: a new name gives what they have to others', async () => {
    const as = await api.createRobot('groups', [{ scope: 'system', permissions: ['user-group:update'] }])
    const idOf = async (body: object) =>
      String((await create(body)).headers['location'])
        .split('/')
        .at(-1)
    const ours = await idOf({ group_name: 'trusted', group_type: 3 })
    const named = await idOf({ group_name: 'Named', group_type: 1, ldap_group_dn: 'cn=named,dc=example' })
    const rename = (id: string | undefined, group_name: string) =>
      api.call({ method: 'PUT', path: `usergroups/${id}`, as, body: { group_name } })
    expect(await rename(ours, 'everybody')).toMatchObject({ status: 403, reason: 'USERS_ONLY' })
    expect((await api.call({ path: `usergroups/${ours}`, as: 'admin' })).body).toMatchObject({ group_name: 'trusted' })
    expect(await rename(named, 'Shown')).toMatchObject({ status: 200 })
  })

  it('are renamed, found by part of their name, and deleted with their places in projects', async () => {
    const path = String((await create({ group_name: 'testers', group_type: 3 })).headers['location'])
    const rename = (group_name: string) => api.call({ method: 'PUT', path, as: 'admin', body: { group_name } })
    expect(await rename('ops')).toMatchObject({ status: 400, reason: 'GROUP_NAME_TAKEN' })
    expect(await rename('quality')).toMatchObject({ status: 200 })
    const search = await api.call({ path: 'usergroups/search?groupname=ALIT', as: 'uma' })
    expect(search.body).toEqual([{ id: Number(path.split('/').at(-1)), group_name: 'quality', group_type: 3 }])
    expect(await add({ member_group: { group_name: 'quality', group_type: 3 } })).toMatchObject({ status: 201 })
    expect(await members('?entityname=quality')).toHaveLength(1)
    expect(await api.call({ method: 'DELETE', path, as: 'admin' })).toMatchObject({ status: 200 })
    expect(await members('?entityname=quality')).toEqual([])
    expect(await api.call({ method: 'DELETE', path, as: 'admin' })).toMatchObject({ status: 404 })
    expect(await api.call({ path, as: 'admin' })).toMatchObject({ status: 404, reason: 'GROUP_NOT_FOUND' })
  })
})

describe('a group as a member', () => {
  it('is named by its id, by its DN, or by its type and name; one that is new is made', async () => {
    const dn = 'cn=fresh,ou=groups,dc=example,dc=org'
    const byDn = await add({ member_group: { ldap_group_dn: dn, group_type: 1 } })
    expect(byDn).toMatchObject({ status: 201 })
    expect(await add({ member_group: { ldap_group_dn: dn.toUpperCase() } })).toMatchObject({
      status: 409,
      reason: 'MEMBER_EXISTS',
    })
    const { body } = await api.call({ path: String(byDn.headers['location']), as: 'uma' })
    expect(body).toMatchObject({ entity_type: 'g', entity_name: dn, role_id: 2, role_name: 'developer' })
    expect(await add({ member_group: { id: body.entity_id } })).toMatchObject({ status: 409, reason: 'MEMBER_EXISTS' })
    expect(await add({ member_group: { group_name: 'people', group_type: 3 } })).toMatchObject({ status: 201 })
    expect((await members()).map(({ entity_type }: { entity_type: string }) => entity_type).toSorted()).toEqual([
      'g',
      'g',
      'u',
    ])
  })

  it('gets another role, and is removed', async () => {
    const path = String((await add({ member_group: { group_name: 'guests', group_type: 3 } })).headers['location'])
    expect(await api.call({ method: 'PUT', path, as: 'uma', body: { role_id: 3 } })).toMatchObject({ status: 200 })
    expect((await api.call({ path, as: 'uma' })).body).toMatchObject({ entity_name: 'guests', role_id: 3 })
    expect(await api.call({ method: 'DELETE', path, as: 'uma' })).toMatchObject({ status: 200 })
    expect(await api.call({ path, as: 'uma' })).toMatchObject({ status: 404, reason: 'MEMBER_NOT_FOUND' })
  })

  it.each([
    [{ member_group: { id: 987_654 } }, 'NO_SUCH_GROUP'],
    [{ member_group: {} }, 'MEMBER_UNNAMED'],
    [{}, 'MEMBER_UNNAMED'],
    [{ member_group: { group_name: 'ops', group_type: 3 }, member_user: { username: 'uma' } }, 'MEMBER_UNNAMED'],
    [{ member_group: { ldap_group_dn: 'no dn' } }, 'BAD_GROUP_DN'],
  ])('%j is none', async (body, reason) => {
    expect(await add(body)).toMatchObject({ status: 400, reason })
  })
})
