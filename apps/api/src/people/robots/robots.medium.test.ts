import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiAnswer, ApiUnderTest } from '../../testing/api.test.support.js'
import { access, on, refused, Robots, seconds } from '../../testing/robots.test.support.js'

let api: ApiUnderTest
let robots: Robots
const ids: Record<string, number> = {}
beforeAll(async () => {
  api = await ApiUnderTest.start()
  robots = new Robots(api)
  await api.createUser('uma')
  await api.createUser('otto')
  for (const name of ['dev', 'ops']) ids[name] = await api.createProject(name, 'uma')
  ids['other'] = await api.createProject('other', 'otto')
})
afterAll(() => api[Symbol.asyncDispose]())

describe('a robot of a project', () => {
  it('is made by its project admin, with a secret that is shown once', async () => {
    const permissions = [on('dev', 'repository:pull repository:push')]
    const answer = await robots.create('uma', 'project', permissions, {
      name: 'ci',
      description: 'builds',
      duration: 30,
    })
    expect(answer).toMatchObject({ status: 201, body: { name: 'robot$dev+ci' } })
    expect(answer.headers['location']).toBe(`/api/v2.0/robots/${answer.body.id}`)
    expect(answer.body.secret).toMatch(/^berth_robot_/)
    const shown = await robots.get(answer.body.id, 'uma')
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
    expect((await robots.token(`robot$dev+ci:${answer.body.secret}`)).status).toBe(200)
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
    const before = await robots.number()
    expect(await robots.create('uma', 'project', [on('dev', 'tag:list')], more)).toMatchObject({ status, reason })
    expect(await robots.number()).toBe(before)
  })

  it('has a name that is taken once in its project', async () => {
    const again = { name: 'twice' }
    expect((await robots.create('uma', 'project', [on('dev', 'tag:list')], again)).status).toBe(201)
    expect(await robots.create('uma', 'project', [on('dev', 'tag:list')], again)).toMatchObject(
      refused('ROBOT_EXISTS', 409),
    )
    expect((await robots.create('uma', 'project', [on('ops', 'tag:list')], again)).status).toBe(201)
    expect((await robots.create('admin', 'system', [on('dev', 'tag:list')], again)).status).toBe(201)
  })

  it('is found by no id under another project, whatever is asked of it', async () => {
    const { id } = await robots.made('uma', 'project', [on('dev', 'tag:list')])
    const before = await robots.get(id)
    for (const project of ['other', String(ids['other']), 'ops']) {
      const as = project === 'ops' ? 'uma' : 'otto'
      const path = `projects/${project}/robots/${id}`
      for (const method of ['GET', 'PUT', 'DELETE'] as const)
        expect(
          await api.call({ method, path, as, ...(method === 'PUT' && { body: { disable: true } }) }),
        ).toMatchObject(refused('ROBOT_NOT_FOUND', 404))
    }
    for (const answer of [
      await robots.get(id, 'otto'),
      await robots.put(id, {}, 'otto'),
      await robots.patch(id, {}, 'otto'),
    ])
      expect(answer.status).toBe(403)
    expect((await api.call({ path: `robots?q=Level=project,ProjectID=${ids['dev']}`, as: 'otto' })).status).toBe(403)
    expect(await robots.get(id)).toMatchObject({ body: before.body })
  })
})

describe('a robot of the system', () => {
  it('goes on without the projects that are gone, in lists and in changes', async () => {
    await api.createProject('short-lived', 'uma')
    const { id, as } = await robots.made('admin', 'system', [on('short-lived', 'tag:list')])
    await api.call({ method: 'DELETE', path: 'projects/short-lived', as: 'uma' })
    const list = await api.call({ path: 'robots?page_size=100', as: 'admin' })
    const row = list.body.find((robot: { id: number }) => robot.id === id)
    expect(row).toMatchObject({ permissions: [] })
    expect((await robots.put(id, row)).status).toBe(200)
    expect((await robots.token(as)).status).toBe(200)
  })

  it('sees the projects of its rights and may make none', async () => {
    const { as } = await robots.made('admin', 'system', [on('dev', 'repository:pull')])
    const project = { project_name: 'made-by-robot' }
    expect((await api.call({ method: 'POST', path: 'projects', as, body: project })).status).toBe(403)
    const { body } = await api.call({ path: 'projects?page_size=100', as })
    const closed = body.filter((row: { metadata: { public: string } }) => row.metadata.public === 'false')
    expect(closed.map(({ name }: { name: string }) => name)).toEqual(['dev'])
  })

  it('hears 404 of a project that is missing where it may read them all, 403 where it may not', async () => {
    const all = await robots.made('admin', 'system', [on('*', 'project:read')])
    const one = await robots.made('admin', 'system', [on('dev', 'project:read')])
    expect((await api.call({ path: 'projects/none', as: all.as })).status).toBe(404)
    expect((await api.call({ path: 'projects/none', as: one.as })).status).toBe(403)
  })

  it('gets in a project that it makes what its maker chose', async () => {
    const created_project_access = access('repository:push repository:pull')
    const { id, as } = await robots.made('admin', 'system', [on('/', 'project:create')], { created_project_access })
    expect((await robots.get(id)).body).toMatchObject({
      created_project_access: access('repository:pull repository:push'),
    })
    expect((await api.call({ method: 'POST', path: 'projects', as, body: { project_name: 'fresh' } })).status).toBe(201)
    expect(await robots.granted(as, 'repository:fresh/app:pull,push,delete')).toEqual(['pull', 'push'])
    expect(await robots.granted(as, 'repository:dev/app:pull')).toEqual([])
    const plain = await robots.made('admin', 'system', [on('/', 'project:create')])
    await api.call({ method: 'POST', path: 'projects', as: plain.as, body: { project_name: 'bare' } })
    expect(await robots.granted(plain.as, 'repository:bare/app:pull')).toEqual([])
  })

  it('gives no right in projects to come that its maker does not hold in all of them', async () => {
    const { as } = await robots.made('admin', 'system', [
      on('/', 'robot:create project:create'),
      on('dev', 'repository:push'),
    ])
    const more = { created_project_access: access('repository:push') }
    expect(await robots.create(as, 'system', [on('/', 'project:create')], more)).toMatchObject(
      refused('BEYOND_OWN_RIGHTS'),
    )
  })
})

describe('robots end', () => {
  it('with their project', async () => {
    await api.createProject('doomed', 'uma')
    const { as } = await robots.made('uma', 'project', [on('doomed', 'repository:pull')])
    expect((await robots.token(as)).status).toBe(200)
    await api.call({ method: 'DELETE', path: 'projects/doomed', as: 'uma' })
    await api.createProject('doomed', 'uma')
    expect((await robots.token(as)).status).toBe(401)
  })

  it('when they are deleted', async () => {
    const { id, as } = await robots.made('admin', 'system', [on('dev', 'tag:list')])
    expect((await api.call({ method: 'DELETE', path: `robots/${id}`, as: 'admin' })).status).toBe(200)
    expect((await robots.token(as)).status).toBe(401)
    expect((await robots.get(id)).status).toBe(404)
  })
})

describe('a list of robots', () => {
  const names = (answer: ApiAnswer) => answer.body.map(({ name }: { name: string }) => name)

  it('is of the system, or of the one project that is asked for', async () => {
    const project = await api.createProject('listed', 'uma')
    const [ofSystem, ofProject] = [
      await robots.made('admin', 'system', [on('listed', 'tag:list')]),
      await robots.made('uma', 'project', [on('listed', 'tag:list')]),
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
    for (const as of ['uma', 'admin']) expect(await list('Level=project', as)).toMatchObject(refused('BAD_QUERY', 400))
    expect(await list('Level=project,ProjectID=99999')).toMatchObject(refused('PROJECT_NOT_FOUND', 404))
  })
})

describe('another secret', () => {
  it('ends the one before, at once or after a while', async () => {
    const { id, as, name } = await robots.made('admin', 'system', [on('dev', 'tag:list')])
    const { body } = await robots.patch(id, {})
    expect(await robots.token(as)).toMatchObject({ status: 401 })
    const next = await robots.patch(id, { overlap: 3600 })
    const both = [`${name}:${body.secret}`, `${name}:${next.body.secret}`]
    for (const each of both) expect((await robots.token(each)).status).toBe(200)
    const until = (await robots.get(id)).body.old_secret_expires_at
    expect(until - seconds(new Date())).toBeGreaterThan(3500)
    const last = await robots.patch(id, { overlap: 60 })
    expect(
      await Promise.all(
        [...both, `${name}:${last.body.secret}`].map(async (each) => (await robots.token(each)).status),
      ),
    ).toEqual([401, 200, 200])
  })

  it('may be of one’s own choice, by the rules of passwords', async () => {
    const { id, name } = await robots.made('admin', 'system', [on('dev', 'tag:list')])
    for (const secret of ['short1A', 'nodigitsHere', 'nouppercase1', 'NOLOWERCASE1', `Aa1${'x'.repeat(126)}`])
      expect(await robots.patch(id, { secret })).toMatchObject(refused('BAD_SECRET', 400))
    const secret = `My 0wn: ${'x'.repeat(110)}`
    expect(await robots.patch(id, { secret })).toMatchObject({ status: 200, body: {} })
    expect((await robots.token(`${name}:${secret}`)).status).toBe(200)
    const given = await robots.made('admin', 'system', [on('dev', 'tag:list')], { secret })
    expect(given.as).toBe(`${given.name}:${secret}`)
  })
})

describe('a changed robot', () => {
  it('keeps name and level, and what is left out', async () => {
    const { id, name } = await robots.made('admin', 'system', [on('dev', 'tag:list'), on('/', 'user:list')], {
      description: 'x',
    })
    for (const body of [{ name: 'robot$another' }, { level: 'project' }])
      expect(await robots.put(id, body)).toMatchObject(refused('ROBOT_IDENTITY_FIXED', 400))
    const before = (await robots.get(id)).body
    expect(before.permissions).toEqual([on('/', 'user:list'), on('dev', 'tag:list')])
    expect((await robots.put(id, { name, level: 'system', disable: true })).status).toBe(200)
    expect((await robots.get(id)).body).toMatchObject({ ...before, disable: true, update_time: expect.any(String) })
    expect((await robots.put(id, { ...before, duration: 10, permissions: [on('*', 'tag:list')] })).status).toBe(200)
    expect((await robots.get(id)).body).toMatchObject({
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
