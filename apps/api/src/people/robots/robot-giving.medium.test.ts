import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiUnderTest } from '../../testing/api.test.support.js'
import { access, on, refused, Robots, seconds } from '../../testing/robots.test.support.js'
import { Tokens } from '../../testing/tokens.test.support.js'

let api: ApiUnderTest
let robots: Robots
const ids: Record<string, number> = {}
beforeAll(async () => {
  api = await ApiUnderTest.start()
  robots = new Robots(api)
  await api.createUser('uma')
  for (const name of ['dev', 'ops']) ids[name] = await api.createProject(name, 'uma')
})
afterAll(() => api[Symbol.asyncDispose]())

describe('whoever makes a robot', () => {
  it('gives no right that they lack, and hears which', async () => {
    const { as } = await robots.made('admin', 'system', [on('dev', 'robot:create')])
    const before = await robots.number()
    const answer = await robots.create(as, 'project', [on('dev', 'repository:push')])
    expect(answer).toMatchObject(refused('BEYOND_OWN_RIGHTS'))
    const [told] = answer.body.errors
    expect(told).toMatchObject({ message: expect.stringContaining('push repositories'), lacks: ['repository:push'] })
    expect(await robots.create(as, 'project', [on('ops', 'robot:create')])).toMatchObject({ status: 403 })
    expect(await robots.create(as, 'system', [on('dev', 'robot:create')])).toMatchObject({ status: 403 })
    expect(await robots.number()).toBe(before)
    expect((await robots.create(as, 'project', [on('dev', 'robot:create')])).status).toBe(201)
  })

  it('may be a robot that holds what it gives, by either way', async () => {
    const { as } = await robots.made('admin', 'system', [on('*', 'robot:create repository:pull')])
    expect(await robots.create(as, 'project', [on('dev', 'repository:pull')])).toMatchObject({
      status: 201,
      body: { secret: expect.any(String) },
    })
    const older = { name: 'older', access: [{ resource: `/project/${ids['dev']}/repository`, action: 'pull' }] }
    const answer = await api.call({ method: 'POST', path: 'projects/dev/robots', as, body: older })
    expect(answer).toMatchObject({ status: 201, body: { name: 'robot$dev+older', secret: expect.any(String) } })
  })

  it('gives rights everywhere and in the system only where they hold them there', async () => {
    const { as } = await robots.made('admin', 'system', [on('/', 'robot:create'), on('dev', 'repository:pull')])
    for (const permissions of [[on('*', 'repository:pull')], [on('/', 'user:list')], [on('ops', 'repository:pull')]])
      expect(await robots.create(as, 'system', permissions)).toMatchObject(refused('BEYOND_OWN_RIGHTS'))
    expect((await robots.create(as, 'system', [on('dev', 'repository:pull'), on('/', 'robot:create')])).status).toBe(
      201,
    )
  })

  it('learns of no project that they do not hold', async () => {
    const { as } = await robots.made('admin', 'system', [on('/', 'robot:create')])
    const [there, none] = [
      await robots.create(as, 'system', [on('dev', 'tag:list')]),
      await robots.create(as, 'system', [on('x', 'tag:list')]),
    ]
    expect([none.status, none.text]).toEqual([there.status, there.text])
    expect(await robots.create('admin', 'system', [on('x', 'tag:list')])).toMatchObject(
      refused('PROJECT_NOT_FOUND', 404),
    )
  })

  it('does not give what holds only because a project is public', async () => {
    await api.createProject('open', 'uma', true)
    const { as } = await robots.made('admin', 'system', [on('open', 'robot:create')])
    expect(await robots.create(as, 'project', [on('open', 'repository:pull')])).toMatchObject(
      refused('BEYOND_OWN_RIGHTS'),
    )
  })

  it('makes none that lives longer than what they have signed in with', async () => {
    const { as } = await robots.made('admin', 'system', [on('dev', 'robot:create')], { duration: 5 })
    const robot = [on('dev', 'robot:create')]
    for (const duration of [-1, 6])
      expect(await robots.create(as, 'project', robot, { duration })).toMatchObject(refused('BEYOND_OWN_LIFE'))
    const shorter = await robots.create(as, 'project', robot, { duration: 4 })
    expect(shorter.status).toBe(201)
    // As long as usual would be too long: it ends with its maker.
    const usual = await robots.create(as, 'project', robot, { duration: 0 })
    expect((usual.body.expires_at - seconds(new Date())) / 86_400).toBeCloseTo(5, 1)
  })

  it('gives no secret of one that lives longer than what they have signed in with, and prolongs none', async () => {
    const rights = [on('dev', 'repository:pull')]
    const { as } = await new Tokens(api).made('uma', {
      duration: 5,
      access: 'chosen',
      permissions: access('robot:update repository:pull'),
    })
    const [longer, shorter] = [
      await robots.made('uma', 'project', rights, { duration: 10 }),
      await robots.made('uma', 'project', rights, { duration: 4 }),
    ]
    const beyond = refused('BEYOND_OWN_LIFE')
    expect(await robots.patch(longer.id, {}, as)).toMatchObject(beyond)
    expect((await robots.patch(shorter.id, {}, as)).status).toBe(200)
    for (const duration of [6, -1]) expect(await robots.put(shorter.id, { duration }, as)).toMatchObject(beyond)
    expect((await robots.put(longer.id, { disable: true }, as)).status).toBe(200)
    expect(await robots.put(longer.id, { disable: false }, as)).toMatchObject(beyond)
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
    const { id } = await robots.made('uma', 'project', [on('dev', 'repository:pull repository:push')], { duration: 10 })
    const beyond = refused('BEYOND_OWN_RIGHTS')
    for (const body of [{}, { secret: 'My 0wn secret' }])
      expect(await robots.patch(id, body, 'kim')).toMatchObject(beyond)
    expect((await robots.patch(id, {}, 'pia')).status).toBe(200)
    for (const body of [
      { duration: -1 },
      { duration: 20 },
      { permissions: [on('dev', 'repository:pull repository:push tag:list')] },
    ])
      expect(await robots.put(id, body, 'kim')).toMatchObject(beyond)
    for (const body of [{ description: 'mine' }, { disable: true }, { duration: 5 }])
      expect((await robots.put(id, body, 'kim')).status).toBe(200)
    expect(await robots.put(id, { disable: false }, 'kim')).toMatchObject(beyond)
    expect((await robots.put(id, { disable: false }, 'pia')).status).toBe(200)
    expect((await robots.put(id, { permissions: [on('dev', 'repository:pull')] }, 'kim')).status).toBe(200)
  })
})

describe('rights that are kept to some repositories', () => {
  const kept = (repositories: readonly string[], permissions = 'repository:pull') => ({
    ...on('dev', permissions),
    repositories,
  })

  it('count in those alone, and are shown as they were given', async () => {
    const { id, as } = await robots.made('uma', 'project', [kept(['team/**', 'app'])])
    for (const [repository, actions] of [
      ['app', ['pull']],
      ['team/a/b', ['pull']],
      ['web', []],
    ] as const)
      expect(await robots.granted(as, `repository:dev/${repository}:pull,push`)).toEqual(actions)
    const shown = (await robots.get(id, 'uma')).body
    expect(shown.permissions).toEqual([kept(['app', 'team/**'])])
    expect((await robots.put(id, shown, 'uma')).status).toBe(200)
    expect((await robots.get(id, 'uma')).body.permissions).toEqual(shown.permissions)
    const both = await robots.made('admin', 'system', [
      kept(['a']),
      on('dev', 'tag:list'),
      kept(['b'], 'repository:push'),
    ])
    expect((await robots.get(both.id)).body.permissions).toHaveLength(3)
  })

  it('are widened by those alone who hold them', async () => {
    const { rows } = await api.database.pool.query<{ id: number }>(
      "insert into role (name, permissions) values ('narrow keeper', '{robot:update,robot:read,self:read}') returning id",
    )
    await api.createUser('nora')
    await api.addMember('dev', 'uma', 'nora', rows[0]?.id ?? 0)
    const { id } = await robots.made('uma', 'project', [kept(['app', 'web'])])
    for (const permissions of [[on('dev', 'repository:pull')], [kept(['app', '**'])]])
      expect(await robots.put(id, { permissions }, 'nora')).toMatchObject(refused('BEYOND_OWN_RIGHTS'))
    expect((await robots.put(id, { permissions: [kept(['app'])] }, 'nora')).status).toBe(200)
    expect((await robots.get(id)).body.permissions).toEqual([kept(['app'])])
  })

  it('need patterns that are some, in projects', async () => {
    expect(await robots.create('uma', 'project', [kept(['['])])).toMatchObject(refused('BAD_PATTERN', 400))
    expect(await robots.create('uma', 'project', [kept([])])).toMatchObject({ status: 422 })
    const inSystem = { ...on('/', 'user:list'), repositories: ['**'] }
    expect(await robots.create('admin', 'system', [inSystem])).toMatchObject(refused('ROBOT_PATTERNS_OUTSIDE', 400))
  })
})
