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

async function createRole(name: string): Promise<number> {
  const { rows } = await api.database.pool.query<{ id: number }>(
    `insert into role (name, permissions) values ($1, '{self:read}') returning id`,
    [name],
  )
  return rows[0]?.id ?? expect.fail()
}

const removeProject = 'delete from project where id = $1'
const removeRole = 'delete from role where id = $1'
const removeUser = `with locked as (select id from "user" where id = $1 for update)
  update "user" u set deleted_at = now() from locked where u.id = locked.id`

describe('what is deleted while a request waits for it', () => {
  it('is no project any more: nothing is told of it', async () => {
    const id = await api.createProject('vanishing', 'olga')
    const body = { metadata: { public: 'true' } }
    const answer = await meanwhile(api, removeProject, id, {
      method: 'PUT',
      path: 'projects/vanishing',
      as: 'olga',
      body,
    })
    expect(answer).toMatchObject({ status: 404, reason: 'PROJECT_NOT_FOUND' })
    const { rows } = await api.database.pool.query(
      `select from event where type = 'project.updated' and project_id = $1`,
      [id],
    )
    expect(rows).toEqual([])
  })

  it.each([
    ['project', removeProject, { status: 404, reason: 'PROJECT_NOT_FOUND' }],
    ['role', removeRole, { status: 400, reason: 'ROLE_NOT_FOUND' }],
    ['user', removeUser, { status: 404, reason: 'USER_NOT_FOUND' }],
  ] as const)('is no %s any more: nobody becomes a member by it', async (kind, remove, refusal) => {
    const name = `member-of-${kind}`
    const ids = {
      project: await api.createProject(name, 'olga'),
      role: await createRole(name),
      user: await api.createUser(name),
    }
    const answer = await meanwhile(api, remove, ids[kind], {
      method: 'POST',
      path: `projects/${name}/members`,
      as: 'olga',
      body: { role_id: ids.role, member_user: { username: name } },
    })
    expect(answer).toMatchObject(refusal)
    const { rows } = await api.database.pool.query(
      'select from project_member where project_id = $1 and user_id = $2',
      [ids.project, ids.user],
    )
    expect(rows).toEqual([])
  })
})
