import { Database } from '@berth/database'
import { PostgresMetadata } from '@berth/metadata'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiUnderTest } from '../../testing/api.test.support.js'
import { contentOf } from '../../testing/content.test.support.js'

let api: ApiUnderTest
let database: Database
let metadata: PostgresMetadata
beforeAll(async () => {
  api = await ApiUnderTest.start()
  database = new Database({ ...api.database.settings, poolSize: 2 })
  metadata = new PostgresMetadata(database)
  for (const name of ['olga', 'paul', 'quentin']) await api.createUser(name)
  await api.createProject('dev', 'olga')
  const { pushImage } = contentOf(metadata)
  for (const name of ['app', 'team/app', 'team/deep/app', 'other']) await pushImage(`dev/${name}`, name, ['v1'])
})
afterAll(async () => {
  await database.close()
  await api[Symbol.asyncDispose]()
})

const reading = ['self:read', 'repository:list', 'repository:pull', 'artifact:read', 'artifact:list', 'tag:list']
const define = (name: string, permissions: string[], more: object = {}) => ({ name, permissions, ...more })
const create = (body: object, as = 'admin') => api.call({ method: 'POST', path: 'roles', as, body })
const change = (id: number, body: object) => api.call({ method: 'PUT', path: `roles/${id}`, as: 'admin', body })

async function made(name: string, permissions: string[], more: object = {}): Promise<number> {
  const answer = await create(define(name, permissions, more))
  expect(answer).toMatchObject({ status: 201, text: '' })
  return Number(String(answer.headers['location']).split('/').at(-1))
}

/** Gives a user one role in `dev`, instead of what they had. */
async function give(username: string, role: number): Promise<void> {
  await api.database.pool.query(
    'delete from project_member where user_id = (select id from "user" where username = $1)',
    [username],
  )
  await api.addMember('dev', 'admin', username, role)
}

const statusOf = async (as: string, path: string, method: 'GET' | 'DELETE' = 'GET') =>
  (await api.call({ method, path, as })).status
const listed = async (as: string, path: string): Promise<string[]> =>
  (await api.call({ path, as })).body.map(({ name }: { name: string }) => name).toSorted()

describe('roles', () => {
  it('are shown to whoever is signed in, built-in ones first and strongest first', async () => {
    const id = await made('reader', reading, { description: 'Reads.' })
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
    const id = await made('changing', reading)
    expect(await create(define('mine', reading), 'olga')).toMatchObject({ status: 403, reason: 'SYSTEM_ADMIN_ONLY' })
    expect(await change(id, define('changed', ['tag:list']))).toMatchObject({ status: 200 })
    expect((await api.call({ path: `roles/${id}`, as: 'admin' })).body).toMatchObject(define('changed', ['tag:list']))
    expect(await statusOf('admin', `roles/${id}`, 'DELETE')).toBe(200)
    expect(await statusOf('admin', `roles/${id}`, 'DELETE')).toBe(404)
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
    const answer = await create({ ...define('refused', reading), ...body })
    expect(answer).toMatchObject({ status: reason === 'INVALID_FIELD' ? 422 : 400, reason })
  })

  it('have a name each, in whatever case', async () => {
    await made('Curator', reading)
    expect(await create(define('curator', reading))).toMatchObject({ status: 409, reason: 'ROLE_NAME_TAKEN' })
  })

  it('that are built in stay as they are', async () => {
    expect(await change(1, define('weaker', reading))).toMatchObject({ status: 412, reason: 'ROLE_BUILT_IN' })
    expect(await api.call({ method: 'DELETE', path: 'roles/5', as: 'admin' })).toMatchObject({
      status: 412,
      reason: 'ROLE_BUILT_IN',
    })
  })

  it('that somebody has are not deleted: the refusal says who has them, and so does a list', async () => {
    const id = await made('held', reading)
    await give('paul', id)
    const refused = await api.call({ method: 'DELETE', path: `roles/${id}`, as: 'admin' })
    expect(refused).toMatchObject({ status: 412, reason: 'ROLE_IN_USE' })
    expect(refused.body.errors[0].message).toContain('paul (dev)')
    expect((await api.call({ path: `roles/${id}/members`, as: 'admin' })).body).toMatchObject([
      { project_name: 'dev', entity_name: 'paul', entity_type: 'u' },
    ])
    expect(await statusOf('olga', `roles/${id}/members`)).toBe(403)
    await give('paul', 3)
    expect(await statusOf('admin', `roles/${id}`, 'DELETE')).toBe(200)
  })

  it('are a hundred at most', async () => {
    await api.database.pool.query(`insert into role (name, permissions)
      select 'many-' || n, '{self:read}' from generate_series(1, 100) n`)
    expect(await create(define('one more', reading))).toMatchObject({ status: 412, reason: 'TOO_MANY_ROLES' })
    await api.database.pool.query(`delete from role where name like 'many-%'`)
  })
})

describe('a role of a member', () => {
  it('has its id and name in the answers that Harbor has', async () => {
    const id = await made('release manager', [...reading, 'self:update', 'member:list'])
    await give('paul', id)
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
    const id = await made('cleaner', [...reading, 'tag:delete', 'artifact:delete'])
    await give('paul', id)
    const paul = Number((await api.database.pool.query(`select id from "user" where username = 'paul'`)).rows[0]?.id)
    const mark = String(
      (await api.database.pool.query(`select mark from caller where kind = 'user' and id = ${paul}`)).rows[0]?.mark,
    )
    const held = async () =>
      (await metadata.leaseHolding({ kind: 'user', id: paul, mark, project: 'dev' }))?.value.grants.flatMap(
        ({ permissions }) => permissions,
      )
    const path = 'projects/dev/repositories/app/artifacts/v1/tags/v9'
    expect(await statusOf('paul', path, 'DELETE')).toBe(404)
    expect(await held()).toContain('tag:delete')
    expect(await change(id, define('cleaner', reading))).toMatchObject({ status: 200 })
    const refused = await api.call({ method: 'DELETE', path, as: 'paul' })
    expect(refused).toMatchObject({ status: 403, reason: 'FORBIDDEN' })
    expect(refused.body.errors[0].message).toContain('delete tags (tag:delete)')
    await expect.poll(held, { timeout: 3000 }).not.toContain('tag:delete')
  })

  it('cannot be given by who holds less', async () => {
    const stronger = await made('stronger', [...reading, 'metadata:list'])
    const weaker = await made('weaker', [...reading, 'member:list'])
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
    const recruiter = await made('recruiter', [...reading, 'member:list', 'member:create', 'member:update'])
    await give('paul', recruiter)
    expect(await put('paul', 1)).toMatchObject({ status: 403, reason: 'ROLE_BEYOND_OWN' })
    expect(await put('paul', weaker)).toMatchObject({ status: 200 })
    expect(await put('paul', recruiter)).toMatchObject({ status: 200 })
    await give('quentin', 3)
  })

  it('is measured against what one holds for certain, not against what everybody may while the project is public', async () => {
    await api.createProject('open', 'olga', true)
    const puller = await made('puller of open', ['self:read', 'repository:pull'])
    const recruiter = await made('recruiter of open', ['member:create'])
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
    const puller = await made('puller', ['self:read', 'repository:pull', 'configuration:read'])
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

describe('a role that is kept to some repositories', () => {
  const deleting = [...reading, 'tag:delete', 'member:list', 'artifact-addition:read']

  it.each([
    [['*'], ['app', 'other']],
    [['**'], ['app', 'other', 'team/app', 'team/deep/app']],
    [['team/**'], ['team/app', 'team/deep/app']],
    [
      ['team/*', '{app,x}'],
      ['app', 'team/app'],
    ],
    [['none'], []],
  ])('on %j holds what it gives in %j, lists them, and the preview says the same', async (repositories, expected) => {
    const id = await made(`of ${repositories.join(' ').replaceAll(/\W/g, '.')}`, deleting, { repositories })
    await give('paul', id)
    const names = expected.map((name) => `dev/${name}`)
    for (const name of ['app', 'other', 'team/app', 'team/deep/app']) {
      const path = `projects/dev/repositories/${name.replaceAll('/', '%252F')}`
      const isIn = expected.includes(name)
      expect([name, await statusOf('paul', `${path}/artifacts/v1`)]).toEqual([name, isIn ? 200 : 403])
      expect([name, await statusOf('paul', `${path}/artifacts/v1/tags/v9`, 'DELETE')]).toEqual([name, isIn ? 404 : 403])
      expect([name, await tokenActions('paul', `repository:dev/${name}:pull,push`)]).toEqual([
        name,
        isIn ? ['pull'] : [],
      ])
    }
    expect(await listed('paul', 'projects/dev/repositories?page_size=100')).toEqual(names)
    const preview = await Promise.all(
      repositories.map((pattern) =>
        listed('olga', `projects/dev/repositories?page_size=100&matches=${encodeURIComponent(pattern)}`),
      ),
    )
    expect([...new Set(preview.flat())].toSorted()).toEqual(names)
  })

  it('finds its project, and holds there what is not about repositories', async () => {
    const id = await made('kept', deleting, { repositories: ['team/**'] })
    await give('paul', id)
    expect(await listed('paul', 'projects')).toContain('dev')
    expect((await api.call({ path: 'projects/dev', as: 'paul' })).body).toMatchObject({ current_user_role_ids: [id] })
    expect(await statusOf('paul', 'projects/dev/members')).toBe(200)
    const rights = async (scope: string) =>
      (await api.call({ path: `users/current/permissions?relative=true&scope=${scope}`, as: 'paul' })).body
    const deletes = { resource: 'tag', action: 'delete' }
    expect(await rights('/project/dev')).not.toContainEqual(deletes)
    expect(await rights('/project/dev/repository/team/app')).toContainEqual(deletes)
    expect(await rights('/project/dev/repository/app')).not.toContainEqual(deletes)
    // Lists of all projects leave out what is held in part.
    expect((await listed('paul', 'repositories?page_size=100')).filter((name) => name.startsWith('dev/'))).toEqual([])
    expect((await api.call({ path: 'search?q=app', as: 'paul' })).body.repository).toEqual([])
  })

  it('has no more patterns than a request can go through quickly', async () => {
    const repositories = Array.from({ length: 5 }, (_, n) => `${'**/'.repeat(80)}${n}`)
    const answer = await create(define('long', reading, { repositories }))
    expect(answer).toMatchObject({ status: 422, reason: 'INVALID_FIELD' })
  })

  it('is made and widened by a token no further than the token reaches', async () => {
    const access = (names: string[]) =>
      names.map((name) => ({ resource: name.split(':')[0], action: name.split(':')[1] }))
    const { body } = await api.call({
      method: 'POST',
      path: 'users/current/tokens',
      as: 'admin',
      body: {
        name: 'roles',
        access: 'chosen',
        permissions: access(['repository:pull']),
        system_permissions: access(['role:create', 'role:update']),
      },
    })
    const as = `admin:${body.secret}`
    const beyond = { status: 403, reason: 'BEYOND_OWN_RIGHTS' }
    const id = await made('pulls', ['repository:pull'])
    const put = (...permissions: string[]) =>
      api.call({ method: 'PUT', path: `roles/${id}`, as, body: define('pulls', permissions) })
    expect(await put('repository:pull', 'member:create')).toMatchObject(beyond)
    expect(await put('repository:pull')).toMatchObject({ status: 200 })
    expect(await create(define('strong', ['repository:delete']), as)).toMatchObject(beyond)
  })

  it('is given by who holds as much: the same patterns, or everything', async () => {
    const id = await made('kept too', [...reading, 'member:list', 'member:create', 'member:update'], {
      repositories: ['team/**', 'app'],
    })
    const narrower = await made('narrower', reading, { repositories: ['app'] })
    const wider = await made('wider', reading, { repositories: ['app', 'other'] })
    const everywhere = await made('everywhere', reading)
    await give('quentin', 3)
    await give('paul', id)
    const { body } = await api.call({ path: 'projects/dev/members?entityname=quentin', as: 'olga' })
    const put = (role_id: number) =>
      api.call({ method: 'PUT', path: `projects/dev/members/${body[0].id}`, as: 'paul', body: { role_id } })
    expect(await put(narrower)).toMatchObject({ status: 200 })
    expect(await put(wider)).toMatchObject({ status: 403, reason: 'ROLE_BEYOND_OWN' })
    expect(await put(everywhere)).toMatchObject({ status: 403, reason: 'ROLE_BEYOND_OWN' })
  })

  it('asks for a pattern in the preview', async () => {
    expect(await api.call({ path: 'projects/dev/repositories?matches=%7Ba', as: 'olga' })).toMatchObject({
      status: 422,
      reason: 'INVALID_FIELD',
    })
    expect(await listed('admin', 'repositories?matches=*')).toEqual(['dev/app', 'dev/other'])
    expect(await api.call({ path: 'repositories?matches=*' })).toMatchObject({ status: 401 })
    expect(await api.call({ path: 'repositories' })).toMatchObject({ status: 200 })
  })
})

async function tokenActions(as: string, scope: string): Promise<string[]> {
  const { body } = await api.call({ path: `/service/token?service=harbor-registry&scope=${scope}`, as })
  const payload = JSON.parse(Buffer.from(String(body.token.split('.')[1]), 'base64url').toString('utf8'))
  return payload.access[0].actions
}
