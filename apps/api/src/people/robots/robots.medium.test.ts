import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiAnswer, ApiUnderTest } from '../../testing/api.test.support.js'

let api: ApiUnderTest
const ids: Record<string, number> = {}
beforeAll(async () => {
  api = await ApiUnderTest.start()
  await api.createUser('uma')
  await api.createUser('otto')
  for (const name of ['dev', 'ops']) ids[name] = await api.createProject(name, 'uma')
  ids['other'] = await api.createProject('other', 'otto')
})
afterAll(() => api[Symbol.asyncDispose]())

interface Permission {
  readonly kind: string
  readonly namespace: string
  readonly access: readonly { readonly resource: string; readonly action: string }[]
}
const access = (permissions: string) =>
  permissions.split(' ').map((permission) => {
    const [resource = '', action = ''] = permission.split(':')
    return { resource, action }
  })
const on = (namespace: string, permissions: string): Permission => ({
  kind: namespace === '/' ? 'system' : 'project',
  namespace,
  access: access(permissions),
})

let count = 0
const create = (as: string, level: string, permissions: readonly Permission[], more: object = {}) =>
  api.call({
    method: 'POST',
    path: 'robots',
    as,
    body: { name: `robot-${(count += 1)}`, level, duration: -1, permissions, ...more },
  })

/** A robot and what to sign in with. */
async function made(as: string, level: string, permissions: readonly Permission[], more: object = {}) {
  const { status, body, text } = await create(as, level, permissions, more)
  if (status !== 201) throw new Error(text)
  return { id: body.id as number, as: `${body.name}:${body.secret}`, name: body.name as string }
}
const get = (id: number, as = 'admin') => api.call({ path: `robots/${id}`, as })
const put = (id: number, body: object, as = 'admin') => api.call({ method: 'PUT', path: `robots/${id}`, as, body })
const patch = (id: number, body: object, as = 'admin') => api.call({ method: 'PATCH', path: `robots/${id}`, as, body })
const token = (as: string, scope = '') => api.call({ path: `/service/token${scope && `?scope=${scope}`}`, as })
const robots = async () => (await api.database.pool.query('select from robot')).rowCount
const seconds = (date: Date) => Math.floor(date.getTime() / 1000)
const refused = (reason: string, status = 403) => ({ status, reason })

describe('a robot of a project', () => {
  it('is made by its project admin, with a secret that is shown once', async () => {
    const permissions = [on('dev', 'repository:pull repository:push')]
    const answer = await create('uma', 'project', permissions, { name: 'ci', description: 'builds', duration: 30 })
    expect(answer).toMatchObject({ status: 201, body: { name: 'robot$dev+ci' } })
    expect(answer.headers['location']).toBe(`/api/v2.0/robots/${answer.body.id}`)
    expect(answer.body.secret).toMatch(/^berth_robot_/)
    const shown = await get(answer.body.id, 'uma')
    expect(shown.body).toMatchObject({
      name: 'robot$dev+ci',
      description: 'builds',
      level: 'project',
      duration: 30,
      disable: false,
      editable: true,
      expires_at: answer.body.expires_at,
      permissions,
      creator_type: 'local',
    })
    expect(shown.text).not.toContain(answer.body.secret)
    expect(answer.body.expires_at - seconds(new Date(answer.body.creation_time))).toBe(30 * 86_400)
    expect((await token(`robot$dev+ci:${answer.body.secret}`)).status).toBe(200)
  })

  it.each<[string, object, string, number]>([
    ['a name of its own', { name: 'CI' }, 'BAD_ROBOT_NAME', 400],
    ['a good secret', { secret: 'short' }, 'BAD_SECRET', 400],
    ['a permission', { permissions: [] }, 'SYSTEM_ADMIN_ONLY', 403],
    [
      'an action',
      { permissions: [{ kind: 'project', namespace: 'dev', access: [] }] },
      'ROBOT_WITHOUT_PERMISSIONS',
      400,
    ],
    ['a permission that there is', { permissions: [on('dev', 'robot:update')] }, 'ROBOT_PERMISSION_UNKNOWN', 400],
    ['no other project', { permissions: [on('dev', 'tag:list'), on('ops', 'tag:list')] }, 'ROBOT_OUTSIDE_PROJECT', 400],
    [
      'nothing of the system',
      { permissions: [on('dev', 'tag:list'), on('/', 'user:list')] },
      'ROBOT_OUTSIDE_PROJECT',
      400,
    ],
    ['a life', { duration: -2 }, 'INVALID_FIELD', 422],
    ['no right in what it makes', { created_project_access: access('tag:list') }, 'ROBOT_OUTSIDE_PROJECT', 400],
    ['a level', { level: 'galaxy' }, 'SYSTEM_ADMIN_ONLY', 403],
  ])('needs %s', async (_, more, reason, status) => {
    const before = await robots()
    expect(await create('uma', 'project', [on('dev', 'tag:list')], more)).toMatchObject({ status, reason })
    expect(await robots()).toBe(before)
  })

  it('has a name that is taken once in its project', async () => {
    const again = { name: 'twice' }
    expect((await create('uma', 'project', [on('dev', 'tag:list')], again)).status).toBe(201)
    expect(await create('uma', 'project', [on('dev', 'tag:list')], again)).toMatchObject(refused('ROBOT_EXISTS', 409))
    expect((await create('uma', 'project', [on('ops', 'tag:list')], again)).status).toBe(201)
    expect((await create('admin', 'system', [on('dev', 'tag:list')], again)).status).toBe(201)
  })

  it('is found by no id under another project, whatever is asked of it', async () => {
    const { id } = await made('uma', 'project', [on('dev', 'tag:list')])
    const before = await get(id)
    for (const project of ['other', String(ids['other']), 'ops']) {
      const as = project === 'ops' ? 'uma' : 'otto'
      const path = `projects/${project}/robots/${id}`
      for (const method of ['GET', 'PUT', 'DELETE'] as const)
        expect(
          await api.call({ method, path, as, ...(method === 'PUT' && { body: { disable: true } }) }),
        ).toMatchObject(refused('ROBOT_NOT_FOUND', 404))
    }
    for (const answer of [await get(id, 'otto'), await put(id, {}, 'otto'), await patch(id, {}, 'otto')])
      expect(answer.status).toBe(403)
    expect((await api.call({ path: `robots?q=Level=project,ProjectID=${ids['dev']}`, as: 'otto' })).status).toBe(403)
    expect(await get(id)).toMatchObject({ body: before.body })
  })
})

describe('whoever makes a robot', () => {
  it('gives no right that they lack, and hears which', async () => {
    const { as } = await made('admin', 'system', [on('dev', 'robot:create')])
    const before = await robots()
    const answer = await create(as, 'project', [on('dev', 'repository:push')])
    expect(answer).toMatchObject(refused('BEYOND_OWN_RIGHTS'))
    expect(answer.text).toContain('repository:push')
    expect(await create(as, 'project', [on('ops', 'robot:create')])).toMatchObject({ status: 403 })
    expect(await create(as, 'system', [on('dev', 'robot:create')])).toMatchObject({ status: 403 })
    expect(await robots()).toBe(before)
    expect((await create(as, 'project', [on('dev', 'robot:create')])).status).toBe(201)
  })

  it('may be a robot that holds what it gives, by either way', async () => {
    const { as } = await made('admin', 'system', [on('*', 'robot:create repository:pull')])
    expect(await create(as, 'project', [on('dev', 'repository:pull')])).toMatchObject({
      status: 201,
      body: { secret: expect.any(String) },
    })
    const older = { name: 'older', access: [{ resource: `/project/${ids['dev']}/repository`, action: 'pull' }] }
    const answer = await api.call({ method: 'POST', path: 'projects/dev/robots', as, body: older })
    expect(answer).toMatchObject({ status: 201, body: { name: 'robot$dev+older', secret: expect.any(String) } })
  })

  it('gives rights everywhere and in the system only where they hold them there', async () => {
    const { as } = await made('admin', 'system', [on('/', 'robot:create'), on('dev', 'repository:pull')])
    for (const permissions of [[on('*', 'repository:pull')], [on('/', 'user:list')], [on('ops', 'repository:pull')]])
      expect(await create(as, 'system', permissions)).toMatchObject(refused('BEYOND_OWN_RIGHTS'))
    expect((await create(as, 'system', [on('dev', 'repository:pull'), on('/', 'robot:create')])).status).toBe(201)
  })

  it('learns of no project that they do not hold', async () => {
    const { as } = await made('admin', 'system', [on('/', 'robot:create')])
    const [there, none] = [
      await create(as, 'system', [on('dev', 'tag:list')]),
      await create(as, 'system', [on('x', 'tag:list')]),
    ]
    expect([none.status, none.text]).toEqual([there.status, there.text])
    expect(await create('admin', 'system', [on('x', 'tag:list')])).toMatchObject(refused('PROJECT_NOT_FOUND', 404))
  })

  it('does not give what holds only because a project is public', async () => {
    await api.createProject('open', 'uma', true)
    const { as } = await made('admin', 'system', [on('open', 'robot:create')])
    expect(await create(as, 'project', [on('open', 'repository:pull')])).toMatchObject(refused('BEYOND_OWN_RIGHTS'))
  })

  it('makes none that lives longer than what they have signed in with', async () => {
    const { as } = await made('admin', 'system', [on('dev', 'robot:create')], { duration: 5 })
    const robot = [on('dev', 'robot:create')]
    for (const duration of [-1, 6])
      expect(await create(as, 'project', robot, { duration })).toMatchObject(refused('BEYOND_OWN_LIFE'))
    const shorter = await create(as, 'project', robot, { duration: 4 })
    expect(shorter.status).toBe(201)
    // As long as usual would be too long: it ends with its maker.
    const usual = await create(as, 'project', robot, { duration: 0 })
    expect((usual.body.expires_at - seconds(new Date())) / 86_400).toBeCloseTo(5, 1)
  })

  it('holds all of what a robot carries to change its secret, enable, widen or prolong it', async () => {
    const { rows } = await api.database.pool.query<{ id: number }>(
      `insert into role (name, permissions) values ('robot keeper', '{robot:update,robot:read,self:read}'),
        ('pusher', '{robot:update,robot:read,self:read,repository:pull,repository:push}') returning id`,
    )
    for (const [place, name] of ['kim', 'pia'].entries()) {
      await api.createUser(name)
      await api.addMember('dev', 'uma', name, rows[place]?.id ?? 0)
    }
    const { id } = await made('uma', 'project', [on('dev', 'repository:pull repository:push')], { duration: 10 })
    const beyond = refused('BEYOND_OWN_RIGHTS')
    for (const body of [{}, { secret: 'My 0wn secret' }]) expect(await patch(id, body, 'kim')).toMatchObject(beyond)
    expect((await patch(id, {}, 'pia')).status).toBe(200)
    for (const body of [
      { duration: -1 },
      { duration: 20 },
      { permissions: [on('dev', 'repository:pull repository:push tag:list')] },
    ])
      expect(await put(id, body, 'kim')).toMatchObject(beyond)
    for (const body of [{ description: 'mine' }, { disable: true }, { duration: 5 }])
      expect((await put(id, body, 'kim')).status).toBe(200)
    expect(await put(id, { disable: false }, 'kim')).toMatchObject(beyond)
    expect((await put(id, { disable: false }, 'pia')).status).toBe(200)
    expect((await put(id, { permissions: [on('dev', 'repository:pull')] }, 'kim')).status).toBe(200)
  })
})

describe('rights that are kept to some repositories', () => {
  const kept = (repositories: readonly string[], permissions = 'repository:pull') => ({
    ...on('dev', permissions),
    repositories,
  })

  it('count in those alone, and are shown as they were given', async () => {
    const { id, as } = await made('uma', 'project', [kept(['team/**', 'app'])])
    for (const [repository, actions] of [
      ['app', ['pull']],
      ['team/a/b', ['pull']],
      ['web', []],
    ] as const)
      expect((await granted(as, `repository:dev/${repository}:pull,push`)).payload.access[0].actions).toEqual(actions)
    const shown = (await get(id, 'uma')).body
    expect(shown.permissions).toEqual([kept(['app', 'team/**'])])
    expect((await put(id, shown, 'uma')).status).toBe(200)
    expect((await get(id, 'uma')).body.permissions).toEqual(shown.permissions)
    const both = await made('admin', 'system', [kept(['a']), on('dev', 'tag:list'), kept(['b'], 'repository:push')])
    expect((await get(both.id)).body.permissions).toHaveLength(3)
  })

  it('are widened by those alone who hold them', async () => {
    const { rows } = await api.database.pool.query<{ id: number }>(
      "insert into role (name, permissions) values ('narrow keeper', '{robot:update,robot:read,self:read}') returning id",
    )
    await api.createUser('nora')
    await api.addMember('dev', 'uma', 'nora', rows[0]?.id ?? 0)
    const { id } = await made('uma', 'project', [kept(['app', 'web'])])
    for (const permissions of [[on('dev', 'repository:pull')], [kept(['app', '**'])]])
      expect(await put(id, { permissions }, 'nora')).toMatchObject(refused('BEYOND_OWN_RIGHTS'))
    expect((await put(id, { permissions: [kept(['app'])] }, 'nora')).status).toBe(200)
    expect((await get(id)).body.permissions).toEqual([kept(['app'])])
  })

  it('need patterns that are some, in projects', async () => {
    expect(await create('uma', 'project', [kept(['['])])).toMatchObject(refused('BAD_PATTERN', 400))
    expect(await create('uma', 'project', [kept([])])).toMatchObject({ status: 422 })
    const inSystem = { ...on('/', 'user:list'), repositories: ['**'] }
    expect(await create('admin', 'system', [inSystem])).toMatchObject(refused('ROBOT_PATTERNS_OUTSIDE', 400))
  })
})

describe('a robot of the system', () => {
  it('goes on without the projects that are gone, in lists and in changes', async () => {
    await api.createProject('short-lived', 'uma')
    const { id, as } = await made('admin', 'system', [on('short-lived', 'tag:list')])
    await api.call({ method: 'DELETE', path: 'projects/short-lived', as: 'uma' })
    const list = await api.call({ path: 'robots?page_size=100', as: 'admin' })
    const row = list.body.find((robot: { id: number }) => robot.id === id)
    expect(row).toMatchObject({ permissions: [] })
    expect((await put(id, row)).status).toBe(200)
    expect((await token(as)).status).toBe(200)
  })

  it('sees the projects of its rights and may make none', async () => {
    const { as } = await made('admin', 'system', [on('dev', 'repository:pull')])
    const project = { project_name: 'made-by-robot' }
    expect((await api.call({ method: 'POST', path: 'projects', as, body: project })).status).toBe(403)
    const { body } = await api.call({ path: 'projects?page_size=100', as })
    const closed = body.filter((row: { metadata: { public: string } }) => row.metadata.public === 'false')
    expect(closed.map(({ name }: { name: string }) => name)).toEqual(['dev'])
  })

  it('hears 404 of a project that is missing where it may read them all, 403 where it may not', async () => {
    const all = await made('admin', 'system', [on('*', 'project:read')])
    const one = await made('admin', 'system', [on('dev', 'project:read')])
    expect((await api.call({ path: 'projects/none', as: all.as })).status).toBe(404)
    expect((await api.call({ path: 'projects/none', as: one.as })).status).toBe(403)
  })

  it('gets in a project that it makes what its maker chose', async () => {
    const created_project_access = access('repository:push repository:pull')
    const { id, as } = await made('admin', 'system', [on('/', 'project:create')], { created_project_access })
    expect((await get(id)).body).toMatchObject({ created_project_access: access('repository:pull repository:push') })
    expect((await api.call({ method: 'POST', path: 'projects', as, body: { project_name: 'fresh' } })).status).toBe(201)
    const { payload } = await granted(as, 'repository:fresh/app:pull,push,delete')
    expect(payload.access[0].actions).toEqual(['pull', 'push'])
    expect((await granted(as, 'repository:dev/app:pull')).payload.access[0].actions).toEqual([])
    const plain = await made('admin', 'system', [on('/', 'project:create')])
    await api.call({ method: 'POST', path: 'projects', as: plain.as, body: { project_name: 'bare' } })
    expect((await granted(plain.as, 'repository:bare/app:pull')).payload.access[0].actions).toEqual([])
  })

  it('gives no right in projects to come that its maker does not hold in all of them', async () => {
    const { as } = await made('admin', 'system', [on('/', 'robot:create project:create'), on('dev', 'repository:push')])
    const more = { created_project_access: access('repository:push') }
    expect(await create(as, 'system', [on('/', 'project:create')], more)).toMatchObject(refused('BEYOND_OWN_RIGHTS'))
  })
})

async function granted(as: string, scope: string) {
  const { body } = await token(as, scope)
  return { payload: JSON.parse(Buffer.from(body.token.split('.')[1], 'base64url').toString()) }
}

describe('robots end', () => {
  it('with their project', async () => {
    await api.createProject('doomed', 'uma')
    const { as } = await made('uma', 'project', [on('doomed', 'repository:pull')])
    expect((await token(as)).status).toBe(200)
    await api.call({ method: 'DELETE', path: 'projects/doomed', as: 'uma' })
    await api.createProject('doomed', 'uma')
    expect((await token(as)).status).toBe(401)
  })

  it('when they are deleted', async () => {
    const { id, as } = await made('admin', 'system', [on('dev', 'tag:list')])
    expect((await api.call({ method: 'DELETE', path: `robots/${id}`, as: 'admin' })).status).toBe(200)
    expect((await token(as)).status).toBe(401)
    expect((await get(id)).status).toBe(404)
  })
})

describe('a list of robots', () => {
  const names = (answer: ApiAnswer) => answer.body.map(({ name }: { name: string }) => name)

  it('is of the system, or of the one project that is asked for', async () => {
    const project = await api.createProject('listed', 'uma')
    const [ofSystem, ofProject] = [
      await made('admin', 'system', [on('listed', 'tag:list')]),
      await made('uma', 'project', [on('listed', 'tag:list')]),
    ]
    const list = (q: string, as = 'admin') => api.call({ path: `robots?page_size=100${q && `&q=${q}`}`, as })
    for (const q of ['', 'Level=system']) {
      expect(names(await list(q))).toContain(ofSystem.name)
      expect(names(await list(q)).join()).not.toContain('+')
    }
    const asked = `Level=project,ProjectID=${project}`
    for (const as of ['admin', 'uma']) expect(names(await list(asked, as))).toEqual([ofProject.name])
    expect(names(await api.call({ path: 'projects/listed/robots', as: 'uma' }))).toEqual([ofProject.name])
    expect(await list('Level=system', 'uma')).toMatchObject(refused('SYSTEM_ADMIN_ONLY'))
    expect(await list('Level=project', 'uma')).toMatchObject({ status: 403 })
    expect(await list('Level=project')).toMatchObject(refused('PROJECT_NOT_FOUND', 404))
  })
})

describe('another secret', () => {
  it('ends the one before, at once or after a while', async () => {
    const { id, as, name } = await made('admin', 'system', [on('dev', 'tag:list')])
    const { body } = await patch(id, {})
    expect(await token(as)).toMatchObject({ status: 401 })
    const next = await patch(id, { overlap: 3600 })
    const both = [`${name}:${body.secret}`, `${name}:${next.body.secret}`]
    for (const each of both) expect((await token(each)).status).toBe(200)
    const until = (await get(id)).body.old_secret_expires_at
    expect(until - seconds(new Date())).toBeGreaterThan(3500)
    const last = await patch(id, { overlap: 60 })
    expect(
      await Promise.all([...both, `${name}:${last.body.secret}`].map(async (each) => (await token(each)).status)),
    ).toEqual([401, 200, 200])
  })

  it('may be of one’s own choice, by the rules of passwords', async () => {
    const { id, name } = await made('admin', 'system', [on('dev', 'tag:list')])
    for (const secret of ['short1A', 'nodigitsHere', 'nouppercase1', 'NOLOWERCASE1', `Aa1${'x'.repeat(126)}`])
      expect(await patch(id, { secret })).toMatchObject(refused('BAD_SECRET', 400))
    const secret = `My 0wn: ${'x'.repeat(110)}`
    expect(await patch(id, { secret })).toMatchObject({ status: 200, body: {} })
    expect((await token(`${name}:${secret}`)).status).toBe(200)
    const given = await made('admin', 'system', [on('dev', 'tag:list')], { secret })
    expect(given.as).toBe(`${given.name}:${secret}`)
  })
})

describe('a changed robot', () => {
  it('keeps name and level, and what is left out', async () => {
    const { id, name } = await made('admin', 'system', [on('dev', 'tag:list'), on('/', 'user:list')], {
      description: 'x',
    })
    for (const body of [{ name: 'robot$another' }, { level: 'project' }])
      expect(await put(id, body)).toMatchObject(refused('ROBOT_IDENTITY_FIXED', 400))
    const before = (await get(id)).body
    expect(before.permissions).toEqual([on('/', 'user:list'), on('dev', 'tag:list')])
    expect((await put(id, { name, level: 'system', disable: true })).status).toBe(200)
    expect((await get(id)).body).toMatchObject({ ...before, disable: true, update_time: expect.any(String) })
    expect((await put(id, { ...before, duration: 10, permissions: [on('*', 'tag:list')] })).status).toBe(200)
    expect((await get(id)).body).toMatchObject({
      disable: false,
      duration: 10,
      expires_at: seconds(new Date(before.creation_time)) + 864_000,
      permissions: [on('*', 'tag:list')],
    })
  })
})

it('what robots may be given is told, that of the system to who may make such', async () => {
  const told = await api.call({ path: 'permissions', as: 'admin' })
  expect([told.body.system.length, told.body.project.length]).toEqual([70, 70])
  expect(Object.keys((await api.call({ path: 'permissions', as: 'uma' })).body)).toEqual(['project'])
})
