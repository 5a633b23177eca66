import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiUnderTest } from '../../testing/api.test.support.js'
import { meanwhile } from '../../testing/meanwhile.test.support.js'

let api: ApiUnderTest
beforeAll(async () => {
  api = await ApiUnderTest.start()
  for (const name of ['olga', 'paul']) await api.createUser(name)
})
afterAll(async () => {
  await api[Symbol.asyncDispose]()
})

describe('what is deleted while a request waits for it', () => {
  it('is no project any more: nothing is told of it', async () => {
    const id = await api.createProject('vanishing', 'olga')
    const remove = 'delete from project where id = $1'
    const body = { metadata: { public: 'true' } }
    expect(
      await meanwhile(api, remove, id, { method: 'PUT', path: 'projects/vanishing', as: 'olga', body }),
    ).toMatchObject({
      status: 404,
      reason: 'PROJECT_NOT_FOUND',
    })
    const { rows } = await api.database.pool.query(
      `select from event where type = 'project.updated' and project_id = $1`,
      [id],
    )
    expect(rows).toEqual([])
  })

  it('is no project any more: nobody becomes its member', async () => {
    const id = await api.createProject('vanishing', 'olga')
    const body = { role_id: 3, member_user: { username: 'paul' } }
    const answer = await meanwhile(api, 'delete from project where id = $1', id, {
      method: 'POST',
      path: 'projects/vanishing/members',
      as: 'olga',
      body,
    })
    expect(answer).toMatchObject({ status: 404, reason: 'PROJECT_NOT_FOUND' })
  })

  it('is no role any more, and is given to nobody', async () => {
    await api.createProject('with-a-role', 'olga')
    const { rows } = await api.database.pool.query<{ id: number }>(
      `insert into role (name, permissions) values ('vanishing', '{self:read}') returning id`,
    )
    const role = rows[0]?.id ?? 0
    const body = { role_id: role, member_user: { username: 'paul' } }
    const answer = await meanwhile(api, 'delete from role where id = $1', role, {
      method: 'POST',
      path: 'projects/with-a-role/members',
      as: 'olga',
      body,
    })
    expect(answer).toMatchObject({ status: 400, reason: 'ROLE_NOT_FOUND' })
  })

  it('is no user any more, and becomes no member', async () => {
    const user = await api.createUser('vanishing')
    await api.createProject('staying', 'olga')
    const body = { role_id: 3, member_user: { username: 'vanishing' } }
    const remove = `with locked as (select id from "user" where id = $1 for update)
      update "user" u set deleted_at = now() from locked where u.id = locked.id`
    const answer = await meanwhile(api, remove, user, {
      method: 'POST',
      path: 'projects/staying/members',
      as: 'olga',
      body,
    })
    expect(answer).toMatchObject({ status: 404, reason: 'USER_NOT_FOUND' })
  })
})
