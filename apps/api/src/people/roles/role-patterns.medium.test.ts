import { isNameReplicated } from '@berth/contracts'
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
  const { pushImage } = api.content
  for (const name of ['app', 'team/app', 'team/deep/app', 'other']) await pushImage(`dev/${name}`, name, ['v1'])
})
afterAll(() => api[Symbol.asyncDispose]())

const listed = async (as: string, path: string): Promise<string[]> =>
  (await api.call({ path, as })).body.map(({ name }: { name: string }) => name).toSorted()

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
    const id = await roles.made(`of ${repositories.join(' ').replaceAll(/\W/g, '.')}`, deleting, { repositories })
    await roles.give('paul', id)
    const names = expected.map((name) => `dev/${name}`)
    for (const name of ['app', 'other', 'team/app', 'team/deep/app']) {
      const path = `projects/dev/repositories/${name.replaceAll('/', '%252F')}`
      const isIn = expected.includes(name)
      expect([name, await roles.statusOf('paul', `${path}/artifacts/v1`)]).toEqual([name, isIn ? 200 : 403])
      expect([name, await roles.statusOf('paul', `${path}/artifacts/v1/tags/v9`, 'DELETE')]).toEqual([
        name,
        isIn ? 404 : 403,
      ])
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
    const id = await roles.made('kept', deleting, { repositories: ['team/**'] })
    await roles.give('paul', id)
    expect(await listed('paul', 'projects')).toContain('dev')
    expect((await api.call({ path: 'projects/dev', as: 'paul' })).body).toMatchObject({ current_user_role_ids: [id] })
    expect(await roles.statusOf('paul', 'projects/dev/members')).toBe(200)
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
    const answer = await roles.create(define('long', reading, { repositories }))
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
    const id = await roles.made('pulls', ['repository:pull'])
    const put = (...permissions: string[]) =>
      api.call({ method: 'PUT', path: `roles/${id}`, as, body: define('pulls', permissions) })
    expect(await put('repository:pull', 'member:create')).toMatchObject(beyond)
    expect(await put('repository:pull')).toMatchObject({ status: 200 })
    expect(await roles.create(define('strong', ['repository:delete']), as)).toMatchObject(beyond)
  })

  it('is given by who holds as much: the same patterns, or everything', async () => {
    const id = await roles.made('kept too', [...reading, 'member:list', 'member:create', 'member:update'], {
      repositories: ['team/**', 'app'],
    })
    const narrower = await roles.made('narrower', reading, { repositories: ['app'] })
    const wider = await roles.made('wider', reading, { repositories: ['app', 'other'] })
    const everywhere = await roles.made('everywhere', reading)
    await roles.give('quentin', 3)
    await roles.give('paul', id)
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

describe('repositories of all projects by a pattern of their whole names', () => {
  const path = (pattern: string) => `repositories?full_name_matches=${encodeURIComponent(pattern)}`

  it.each(['dev/*', 'dev/**', '**/app', '{dev,x}/team/**', '*', 'app', '**'])(
    'are those that a replication by %s takes',
    async (pattern) => {
      const all = await listed('admin', 'repositories')
      expect(all).toHaveLength(4)
      const taken = all.filter((name) => isNameReplicated({ names: [pattern] }, name))
      expect(await listed('admin', path(pattern))).toEqual(taken)
    },
  )

  it('are nothing for visitors, and need a pattern', async () => {
    expect(await api.call({ path: path('dev/*') })).toMatchObject({ status: 401 })
    expect(await api.call({ path: path('{a'), as: 'admin' })).toMatchObject({ status: 422, reason: 'INVALID_FIELD' })
  })
})
