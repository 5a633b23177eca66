import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PermissionSet, builtInRoles } from '@berth/rbac'
import { ApiUnderTest } from '../testing/api.test.support.js'

let api: ApiUnderTest
let project: { id: number; name: string }
beforeAll(async () => {
  api = await ApiUnderTest.start()
  await api.createUser('uma')
  project = { id: await api.createProject('dev', 'uma'), name: 'dev' }
  await api.createProject('other', 'uma')
})
afterAll(() => api[Symbol.asyncDispose]())

const statusOf = async (as: string, path: string, method: 'GET' | 'DELETE' = 'GET') =>
  (await api.call({ method, path, as })).status

async function tokenActions(as: string, scope: string): Promise<string[]> {
  const { body } = await api.call({ path: `/service/token?service=harbor-registry&scope=${scope}`, as })
  const payload = JSON.parse(Buffer.from(String(body.token.split('.')[1]), 'base64url').toString('utf8'))
  return payload.access[0].actions
}

describe('a robot', () => {
  it('of a project may there what it was given, and nothing elsewhere', async () => {
    const robot = await api.createRobot(
      'ci',
      [{ scope: project.id, permissions: ['project:read', 'member:list'] }],
      project,
    )
    expect(await statusOf(robot, 'projects/dev')).toBe(200)
    expect(await statusOf(robot, 'projects/dev/members')).toBe(200)
    expect(await api.call({ path: 'projects/dev/repositories', as: robot })).toMatchObject({
      status: 403,
      reason: 'FORBIDDEN',
      body: {
        errors: [{ message: expect.stringContaining('Project admin, Maintainer, Developer, Guest, Limited guest') }],
      },
    })
    expect(await statusOf(robot, 'projects/dev', 'DELETE')).toBe(403)
    expect(await statusOf(robot, 'projects/other')).toBe(403)
    expect(await statusOf(robot, 'users')).toBe(403)
  })

  it('of a project holds nothing in others, whatever it was given there', async () => {
    const otherId = Number((await api.call({ path: 'projects/other', as: 'uma' })).body.project_id)
    const permissions = ['project:read']
    const robot = await api.createRobot(
      'wide',
      [
        { scope: otherId, permissions },
        { scope: 'all', permissions },
      ],
      project,
    )
    for (const name of ['dev', 'other']) expect(await statusOf(robot, `projects/${name}`)).toBe(403)
  })

  it('of the system may in the system, and in every project, what it was given', async () => {
    const robot = await api.createRobot('ops', [
      { scope: 'system', permissions: ['user:list'] },
      { scope: 'all', permissions: ['repository:list'] },
    ])
    expect(await statusOf(robot, 'users')).toBe(200)
    expect(await statusOf(robot, 'configurations')).toBe(403)
    for (const name of ['dev', 'other']) expect(await statusOf(robot, `projects/${name}/repositories`)).toBe(200)
    const { body } = await api.call({ path: 'projects', as: robot })
    expect(body.map(({ name }: { name: string }) => name)).toEqual(['dev', 'library', 'other'])
    expect((await api.call({ path: 'users/current/permissions', as: robot })).body).toEqual([
      { resource: '/system/user', action: 'list' },
    ])
  })

  it('sees in lists the projects that it may do something in', async () => {
    const robot = await api.createRobot('viewer', [{ scope: project.id, permissions: ['project:read'] }])
    const { body } = await api.call({ path: 'projects', as: robot })
    expect(body.map(({ name }: { name: string }) => name)).toEqual(['dev', 'library'])
  })

  it('gets tokens for the repositories that its patterns match', async () => {
    const robot = await api.createRobot('narrow', [
      { scope: project.id, permissions: ['repository:pull', 'repository:push'], repositories: ['team/**'] },
    ])
    expect(await tokenActions(robot, 'repository:dev/team/app:pull,push,delete')).toEqual(['pull', 'push'])
    expect(await tokenActions(robot, 'repository:dev/app:pull,push')).toEqual([])
  })

  it('that is kept to some tags changes no artifact and makes no tag by the name of one of them', async () => {
    const permissions = ['artifact:delete', 'artifact:read', 'tag:create', 'tag:delete']
    const robot = await api.createRobot('tagger', [{ scope: project.id, permissions, tags: ['dev-*'] }], project)
    const artifact = 'projects/dev/repositories/app/artifacts/dev-1'
    const body = { name: 'release' }
    expect(await api.call({ method: 'POST', path: `${artifact}/tags`, as: robot, body })).toMatchObject({ status: 403 })
    expect(await statusOf(robot, artifact, 'DELETE')).toBe(403)
    expect(await statusOf(robot, `${artifact}/tags/release`, 'DELETE')).toBe(403)
    expect(await statusOf(robot, `${artifact}/tags/dev-1`, 'DELETE')).toBe(404)
    expect(await statusOf(robot, artifact)).toBe(404)
  })

  it('signs in under its own name alone, which events then give', async () => {
    const [name = '', secret = ''] = (await api.createRobot('named', [], project)).split(':')
    expect(await statusOf(`${name}:${secret}`, 'users/current/permissions')).toBe(200)
    expect(await statusOf(`${name}+admin:${secret}`, 'users/current/permissions')).toBe(401)
  })

  it('has no user account', async () => {
    const robot = await api.createRobot('homeless', [])
    expect(await api.call({ path: 'users/current', as: robot })).toMatchObject({ status: 403, reason: 'USERS_ONLY' })
  })

  it('may make projects where it was given that, and only there', async () => {
    const restricted = { errors: [{ code: 'FORBIDDEN', message: 'Only system admin can create project' }] }
    const maker = await api.createRobot('maker', [{ scope: 'system', permissions: ['project:create'] }])
    const create = (as: string, name: string) =>
      api.call({ method: 'POST', path: 'projects', as, body: { project_name: name } })
    expect(await create(maker, 'made')).toMatchObject({ status: 201 })
    expect(await api.call({ path: 'projects/made', as: 'admin' })).toMatchObject({ body: { owner_name: 'admin' } })
    const other = await api.createRobot('no-maker', [])
    expect(await create(other, 'unmade')).toMatchObject({ status: 403, body: restricted })
  })

  it('is turned away with a wrong secret, disabled, and expired', async () => {
    const robot = await api.createRobot('gone', [{ scope: 'system', permissions: ['user:list'] }])
    const set = (change: string) => api.database.pool.query(`update robot set ${change} where name = 'gone'`)
    expect(await api.call({ path: 'users', as: `${robot}x` })).toMatchObject({
      status: 401,
      reason: 'WRONG_CREDENTIALS',
    })
    expect(await statusOf('robot$nobody:secret', 'users')).toBe(401)
    expect(await statusOf('robot$dev+gone:secret of gone', 'users')).toBe(401)
    await set('disabled = true')
    expect(await statusOf(robot, 'users')).toBe(401)
    await set(`disabled = false, expires_at = now() - interval '1 second'`)
    expect(await statusOf(robot, 'users')).toBe(401)
    await set(`expires_at = now() + interval '1 minute'`)
    expect(await statusOf(robot, 'users')).toBe(200)
  })
})

describe('the table role', () => {
  it('holds the built-in roles as the permissions say', async () => {
    const { rows } = await api.database.pool.query<{ id: number; name: string; permissions: string[] }>(
      'select id, name, permissions from role where built_in order by cardinality(permissions) desc',
    )
    expect(rows.map(({ id, name }) => ({ id, name }))).toEqual(builtInRoles.map(({ id, name }) => ({ id, name })))
    for (const [place, { permissions }] of rows.entries()) {
      expect(new PermissionSet('project', permissions)).toEqual(builtInRoles[place]?.permissions)
    }
  })

  it('takes roles of its own, which members then hold', async () => {
    await api.createUser('cora')
    const { rows } = await api.database.pool.query<{ id: number }>(
      `insert into role (name, permissions) values ('auditor', '{self:read,member:list}') returning id`,
    )
    await api.addMember('dev', 'uma', 'cora', rows[0]?.id ?? 0)
    expect(await statusOf('cora', 'projects/dev/members')).toBe(200)
    expect(await statusOf('cora', 'projects/dev/repositories')).toBe(403)
    expect((await api.call({ path: 'projects/dev', as: 'cora' })).body).toMatchObject({
      current_user_role_id: rows[0]?.id,
      togglable: false,
    })
  })

  it('is where a refusal finds the roles that it names', async () => {
    await api.database.pool.query(`insert into role (name, permissions) values ('curator', '{self:read,tag:list}')`)
    const path = 'projects/dev/repositories/none/artifacts/v1/tags'
    const refusal = await api.call({ path, as: 'cora', headers: { 'accept-language': 'zh' } })
    expect(refusal.body.errors[0].message).toContain('受限访客、curator')
  })

  it('is where every role of a member stands', async () => {
    await api.createUser('ruth')
    const body = { role_id: 6, member_user: { username: 'ruth' } }
    expect(await api.call({ method: 'POST', path: 'projects/dev/members', as: 'uma', body })).toMatchObject({
      status: 400,
      reason: 'ROLE_NOT_FOUND',
    })
  })
})
