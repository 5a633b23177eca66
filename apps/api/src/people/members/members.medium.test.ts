import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiUnderTest } from '../../testing/api.test.support.js'

let api: ApiUnderTest
beforeAll(async () => {
  api = await ApiUnderTest.start()
  for (const name of ['olga', 'paul', 'quentin']) await api.createUser(name)
})
afterAll(async () => {
  await api[Symbol.asyncDispose]()
})

describe('members', () => {
  it('are added, changed and removed by project admins alone', async () => {
    await api.createProject('team', 'olga')
    const add = (as: string, username: string, role_id: unknown) =>
      api.call({ method: 'POST', path: 'projects/team/members', as, body: { role_id, member_user: { username } } })
    expect(await add('paul', 'paul', 1)).toMatchObject({ status: 403 })
    const added = await add('olga', 'paul', 2)
    expect(added).toMatchObject({ status: 201 })
    expect(await add('olga', 'paul', 2)).toMatchObject({ status: 409, reason: 'MEMBER_EXISTS' })
    expect(await add('olga', 'no-such', 2)).toMatchObject({ status: 404 })
    for (const role of [9, 0, -1, 70_000, undefined, null])
      expect(await add('olga', 'quentin', role)).toMatchObject({ status: 400, reason: 'ROLE_NOT_FOUND' })
    expect(
      await api.call({
        method: 'POST',
        path: 'projects/team/members',
        as: 'olga',
        body: { role_id: 2, member_user: { user_id: 987_654 } },
      }),
    ).toMatchObject({ status: 400, reason: 'NO_SUCH_USER' })
    expect(
      await api.call({
        method: 'POST',
        path: 'projects/team/members',
        as: 'olga',
        body: { role_id: 2, member_group: {} },
      }),
    ).toMatchObject({
      status: 400,
      reason: 'MEMBER_UNNAMED',
    })
    const member = String(added.headers['location'])
    expect((await api.call({ path: member, as: 'paul' })).body).toMatchObject({
      role_name: 'developer',
      entity_name: 'paul',
    })
    expect(await api.call({ method: 'PUT', path: member, as: 'paul', body: { role_id: 1 } })).toMatchObject({
      status: 403,
    })
    expect(await api.call({ method: 'PUT', path: member, as: 'olga', body: { role_id: 4 } })).toMatchObject({
      status: 200,
    })
    expect((await api.call({ path: 'projects/team/members?entityname=AU', as: 'paul' })).body).toMatchObject([
      { role_name: 'maintainer' },
    ])
    // A member of one project cannot be reached through another.
    await api.createProject('elsewhere', 'quentin')
    const throughAnother = member.replace(/projects\/\d+/, 'projects/elsewhere')
    for (const request of [{}, { method: 'PUT', body: { role_id: 1 } }, { method: 'DELETE' }] as const)
      expect(await api.call({ ...request, path: throughAnother, as: 'quentin' })).toMatchObject({
        status: 404,
        reason: 'MEMBER_NOT_FOUND',
      })
    expect((await api.call({ path: member, as: 'olga' })).body).toMatchObject({ role_name: 'maintainer' })
    expect(await api.call({ method: 'DELETE', path: member, as: 'olga' })).toMatchObject({ status: 200 })
    expect(await api.call({ path: 'projects/team', as: 'paul' })).toMatchObject({ status: 403 })
  })
})
