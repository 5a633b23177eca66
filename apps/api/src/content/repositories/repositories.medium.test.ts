import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiUnderTest } from '../../testing/api.test.support.js'

let api: ApiUnderTest
let pushImage: ApiUnderTest['content']['pushImage']
beforeAll(async () => {
  api = await ApiUnderTest.start()
  ;({ pushImage } = api.content)
  for (const name of ['uma', 'vera', 'will']) await api.createUser(name)
  await api.createProject('apps', 'uma')
  await api.addMember('apps', 'uma', 'vera', 2)
})
afterAll(() => api[Symbol.asyncDispose]())

const BASE = 'projects/apps/repositories'

describe('repositories', () => {
  beforeAll(async () => {
    await pushImage('apps/web/front', 'front', ['v1', 'latest'])
    await pushImage('apps/api', 'api', ['v1'])
  })

  it('are listed per project and over all that the caller sees', async () => {
    const { body, headers } = await api.call({ path: `${BASE}?sort=name`, as: 'vera' })
    expect(body).toMatchObject([
      { name: 'apps/api', artifact_count: 1, pull_count: 0 },
      { name: 'apps/web/front', artifact_count: 1 },
    ])
    expect(body[0]).not.toHaveProperty('description')
    expect(headers['x-total-count']).toBe('2')
    expect((await api.call({ path: 'repositories?q=name%3D~front', as: 'vera' })).body).toHaveLength(1)
    const strange = await api.call({ path: 'repositories', as: 'will' })
    expect(strange.body).toEqual([])
    expect(strange.headers['x-total-count']).toBe('0')
    expect(await api.call({ path: BASE, as: 'will' })).toMatchObject({ status: 403 })
    expect(await api.call({ path: BASE })).toMatchObject({ status: 401 })
  })

  it('come in the order of their making, the last one first', async () => {
    const { body } = await api.call({ path: BASE, as: 'vera' })
    expect(body.map(({ name }: { name: string }) => name)).toEqual(['apps/api', 'apps/web/front'])
  })

  it.each(['web%252Ffront', 'web%2Ffront'])('are reached as %s', async (name) => {
    expect((await api.call({ path: `${BASE}/${name}`, as: 'vera' })).body).toMatchObject({ name: 'apps/web/front' })
  })

  it('keep a description, which developers may write', async () => {
    const update = {
      method: 'PUT',
      path: `${BASE}/api`,
      as: 'vera',
      body: { description: '# 接口 API', name: 'x/y' },
    } as const
    expect(await api.call(update)).toMatchObject({ status: 200 })
    const described = { name: 'apps/api', description: '# 接口 API' }
    expect((await api.call({ path: `${BASE}/api`, as: 'vera' })).body).toMatchObject(described)
    // Go's clients leave out what is empty, and send the name along.
    for (const body of [{}, { name: 'api' }, { description: null }])
      expect(await api.call({ ...update, body })).toMatchObject({ status: 200 })
    expect((await api.call({ path: `${BASE}/api`, as: 'vera' })).body).toHaveProperty('name', 'apps/api')
  })

  it.each(['nothing', '..%252F..%252Fetc', 'API', '%2500', '%25'])('that are not there (%s) are 404', async (name) => {
    expect(await api.call({ path: `${BASE}/${name}`, as: 'vera' })).toMatchObject({ status: 404 })
  })

  it('are deleted with all they hold by maintainers, not by developers', async () => {
    await pushImage('apps/old', 'old', ['v1'])
    expect(await api.call({ method: 'DELETE', path: `${BASE}/old`, as: 'vera' })).toMatchObject({ status: 403 })
    expect(await api.call({ method: 'DELETE', path: `${BASE}/old`, as: 'uma' })).toMatchObject({ status: 200 })
    expect(await api.call({ path: `${BASE}/old`, as: 'uma' })).toMatchObject({ status: 404 })
    expect((await api.call({ path: 'projects/apps', as: 'uma' })).body.repo_count).toBe(2)
  })

  it('are found by the search, as projects are, only by those who may see them', async () => {
    const { body } = await api.call({ path: 'search?q=FRONT', as: 'vera' })
    expect(body.repository).toMatchObject([
      { repository_name: 'apps/web/front', project_name: 'apps', project_public: false },
    ])
    expect((await api.call({ path: 'search?q=app', as: 'vera' })).body.project).toMatchObject([{ name: 'apps' }])
    expect((await api.call({ path: 'search?q=app' })).body).toEqual({ project: [], repository: [] })
  })
})

it('repositories are found by the search, however many there are', async () => {
  await api.createProject('crowd', 'uma')
  await api.database.pool.query(
    `insert into repository (project_id, name) select id, 'crowd/needle-' || n from project, generate_series(1, 60) n
     where name = 'crowd'`,
  )
  const { body } = await api.call({ path: 'search?q=needle-', as: 'uma' })
  expect(body.repository).toHaveLength(60)
  await api.database.pool.query(`delete from repository where name like 'crowd/%'`)
})
