import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiUnderTest } from '../../testing/api.test.support.js'
import { define, reading, Roles } from '../../testing/roles.test.support.js'

let api: ApiUnderTest
let roles: Roles
beforeAll(async () => {
  api = await ApiUnderTest.start()
  roles = new Roles(api)
  for (const name of ['olga', 'paul', 'quentin']) await api.createUser(name)
  await api.createProject('dev', 'olga')
  await api.content.pushImage('dev/app', 'app', ['v1'])
})
afterAll(() => api[Symbol.asyncDispose]())

const change = (id: number, body: object) => api.call({ method: 'PUT', path: `roles/${id}`, as: 'admin', body })

describe('roles', () => {
  it('are shown to whoever is signed in, built-in ones first and strongest first', async () => {
    const id = await roles.made('reader', reading, { description: 'Reads.' })
    expect(id).toBeGreaterThanOrEqual(100)
    const { body } = await api.call({ path: 'roles', as: 'paul' })
    expect(body.map(({ name }: { name: string }) => name)).toEqual([
      'projectAdmin',
      'maintainer',
      'developer',
      'guest',
      'limitedGuest',
      'reader',
    ])
    expect((await api.call({ path: `roles/${id}`, as: 'paul' })).body).toMatchObject({
      ...define('reader', [...reading].toSorted()),
      permissions: expect.arrayContaining(reading) as unknown,
      built_in: false,
      description: 'Reads.',
      member_count: 0,
    })
    expect(await api.call({ path: 'roles/99', as: 'paul' })).toMatchObject({ status: 404, reason: 'NO_SUCH_ROLE' })
  })

  it('are made, changed and deleted by system administrators alone', async () => {
    const id = await roles.made('changing', reading)
    expect(await roles.create(define('mine', reading), 'olga')).toMatchObject({
      status: 403,
      reason: 'SYSTEM_ADMIN_ONLY',
    })
    expect(await change(id, define('changed', ['tag:list']))).toMatchObject({ status: 200 })
    expect((await api.call({ path: `roles/${id}`, as: 'admin' })).body).toMatchObject(define('changed', ['tag:list']))
    expect(await roles.statusOf('admin', `roles/${id}`, 'DELETE')).toBe(200)
    expect(await roles.statusOf('admin', `roles/${id}`, 'DELETE')).toBe(404)
  })

  it.each([
    [{ name: 'Maintainer' }, 'BAD_ROLE_NAME'],
    [{ name: '项目管理员' }, 'BAD_ROLE_NAME'],
    [{ name: 'Project Admin' }, 'BAD_ROLE_NAME'],
    [{ name: ' x' }, 'BAD_ROLE_NAME'],
    [{ name: '' }, 'BAD_ROLE_NAME'],
    [{ name: 'x'.repeat(65) }, 'BAD_ROLE_NAME'],
    [{ permissions: ['tag:fly'] }, 'UNKNOWN_PERMISSION'],
    [{ permissions: ['user:list'] }, 'UNKNOWN_PERMISSION'],
    [{ permissions: ['project:read'] }, 'UNKNOWN_PERMISSION'],
    [{ repositories: ['{a'] }, 'BAD_REPOSITORY_PATTERN'],
    [{ permissions: [] }, 'INVALID_FIELD'],
    [{ repositories: Array.from({ length: 21 }, (_, index) => `a${index}`) }, 'INVALID_FIELD'],
    [{ repositories: ['a\0'] }, 'INVALID_FIELD'],
  ])('refuse %j', async (body, reason) => {
    const answer = await roles.create({ ...define('refused', reading), ...body })
    expect(answer).toMatchObject({ status: reason === 'INVALID_FIELD' ? 422 : 400, reason })
  })

  it('have a name each, in whatever case', async () => {
    await roles.made('Curator', reading)
    expect(await roles.create(define('curator', reading))).toMatchObject({ status: 409, reason: 'ROLE_NAME_TAKEN' })
  })

  it('that are built in stay as they are', async () => {
    expect(await change(1, define('weaker', reading))).toMatchObject({ status: 412, reason: 'ROLE_BUILT_IN' })
    expect(await api.call({ method: 'DELETE', path: 'roles/5', as: 'admin' })).toMatchObject({
      status: 412,
      reason: 'ROLE_BUILT_IN',
    })
  })

  it('that somebody has are not deleted: the refusal says who has them, and so does a list', async () => {
    const id = await roles.made('held', reading)
    await roles.give('paul', id)
    const refused = await api.call({ method: 'DELETE', path: `roles/${id}`, as: 'admin' })
    expect(refused).toMatchObject({ status: 412, reason: 'ROLE_IN_USE' })
    expect(refused.body.errors[0].message).toContain('paul (dev)')
    expect((await api.call({ path: `roles/${id}/members`, as: 'admin' })).body).toMatchObject([
      { project_name: 'dev', entity_name: 'paul', entity_type: 'u' },
    ])
    expect(await roles.statusOf('olga', `roles/${id}/members`)).toBe(403)
    await roles.give('paul', 3)
    expect(await roles.statusOf('admin', `roles/${id}`, 'DELETE')).toBe(200)
  })

  it('are a hundred at most', async () => {
    await api.database.pool.query(`insert into role (name, permissions)
      select 'many-' || n, '{self:read}' from generate_series(1, 100) n`)
    expect(await roles.create(define('one more', reading))).toMatchObject({ status: 412, reason: 'TOO_MANY_ROLES' })
    await api.database.pool.query(`delete from role where name like 'many-%'`)
  })
})

describe('a role of a member', () => {
  it('has its id and name in the answers that Harbor has', async () => {
    const id = await roles.made('release manager', [...reading, 'self:update', 'member:list'])
    await roles.give('paul', id)
    expect((await api.call({ path: 'projects/dev/members?entityname=paul', as: 'paul' })).body).toMatchObject([
      { role_id: id, role_name: 'release manager' },
    ])
    expect((await api.call({ path: 'projects/dev', as: 'paul' })).body).toMatchObject({
      current_user_role_id: id,
      current_user_role_ids: [id],
      togglable: true,
    })
  })

  it('acts on the next request once it is changed, and in the registry within the lease', async () => {
    const id = await roles.made('cleaner', [...reading, 'tag:delete', 'artifact:delete'])
    await roles.give('paul', id)
    const paul = Number((await api.database.pool.query(`select id from "user" where username = 'paul'`)).rows[0]?.id)
    const mark = String(
      (await api.database.pool.query(`select mark from caller where kind = 'user' and id = ${paul}`)).rows[0]?.mark,
    )
    const held = async () =>
      (await api.metadata.leaseHolding({ kind: 'user', id: paul, mark, project: 'dev' }))?.value.grants.flatMap(
        ({ permissions }) => permissions,
      )
    const path = 'projects/dev/repositories/app/artifacts/v1/tags/v9'
    expect(await roles.statusOf('paul', path, 'DELETE')).toBe(404)
    expect(await held()).toContain('tag:delete')
    expect(await change(id, define('cleaner', reading))).toMatchObject({ status: 200 })
    const refused = await api.call({ method: 'DELETE', path, as: 'paul' })
    expect(refused).toMatchObject({ status: 403, reason: 'FORBIDDEN' })
    const [told] = refused.body.errors
    expect(told).toMatchObject({ message: expect.stringContaining('the right to delete tags.'), lacks: ['tag:delete'] })
    await expect.poll(held, { timeout: 3000 }).not.toContain('tag:delete')
  })

  it('cannot be given by who holds less', async () => {
    const stronger = await roles.made('stronger', [...reading, 'metadata:list'])
    const weaker = await roles.made('weaker', [...reading, 'member:list'])
    const add = (as: string, role_id: number) =>
      api.call({
        method: 'POST',
        path: 'projects/dev/members',
        as,
        body: { role_id, member_user: { username: 'quentin' } },
      })
    const refused = await add('olga', stronger)
    expect(refused).toMatchObject({ status: 403, reason: 'ROLE_BEYOND_OWN' })
    expect(refused.body.errors[0].message).toContain('list project metadata')
    expect(await add('olga', weaker)).toMatchObject({ status: 201 })
    const member = String((await api.call({ path: 'projects/dev/members?entityname=quentin', as: 'olga' })).body[0].id)
    const put = (as: string, role_id: number) =>
      api.call({ method: 'PUT', path: `projects/dev/members/${member}`, as, body: { role_id } })
    expect(await put('olga', stronger)).toMatchObject({ status: 403, reason: 'ROLE_BEYOND_OWN' })
    expect(await put('admin', stronger)).toMatchObject({ status: 200 })
    // Whoever may make members, and no more, makes no administrator of themselves.
    const recruiter = await roles.made('recruiter', [...reading, 'member:list', 'member:create', 'member:update'])
    await roles.give('paul', recruiter)
    expect(await put('paul', 1)).toMatchObject({ status: 403, reason: 'ROLE_BEYOND_OWN' })
    expect(await put('paul', weaker)).toMatchObject({ status: 200 })
    expect(await put('paul', recruiter)).toMatchObject({ status: 200 })
    await roles.give('quentin', 3)
  })

  it('is measured against what one holds for certain, not against what everybody may while the project is public', async () => {
    await api.createProject('open', 'olga', true)
    const puller = await roles.made('puller of open', ['self:read', 'repository:pull'])
    const recruiter = await roles.made('recruiter of open', ['member:create'])
    await api.addMember('open', 'admin', 'paul', recruiter)
    const body = { role_id: puller, member_user: { username: 'quentin' } }
    const add = (as: string) => api.call({ method: 'POST', path: 'projects/open/members', as, body })
    expect(await add('paul')).toMatchObject({ status: 403, reason: 'ROLE_BEYOND_OWN' })
    expect(await add('olga')).toMatchObject({ status: 201 })
  })

  it('can be given by a robot that holds what robots can be given of it', async () => {
    const permissions = ['project:read', 'member:create', 'repository:pull']
    const dev = { id: Number((await api.call({ path: 'projects/dev', as: 'olga' })).body.project_id), name: 'dev' }
    const robot = await api.createRobot('recruiting', [{ scope: dev.id, permissions }], dev)
    const puller = await roles.made('puller', ['self:read', 'repository:pull', 'configuration:read'])
    const add = (role_id: number) =>
      api.call({
        method: 'POST',
        path: 'projects/dev/members',
        as: robot,
        body: { role_id, member_user: { username: 'paul' } },
      })
    await api.database.pool.query(
      `delete from project_member where user_id = (select id from "user" where username = 'paul')`,
    )
    expect(await add(2)).toMatchObject({ status: 403, reason: 'ROLE_BEYOND_OWN' })
    expect(await add(puller)).toMatchObject({ status: 201 })
  })
})
