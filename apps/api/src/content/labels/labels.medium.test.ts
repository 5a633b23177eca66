import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiUnderTest } from '../../testing/api.test.support.js'

let api: ApiUnderTest
let dev: number
let open: number
beforeAll(async () => {
  api = await ApiUnderTest.start()
  for (const name of ['uma', 'mia', 'dan', 'gus', 'sam']) await api.createUser(name)
  dev = await api.createProject('dev', 'uma')
  open = await api.createProject('open', 'uma', true)
  await api.addMember('dev', 'uma', 'mia', 4)
  await api.addMember('dev', 'uma', 'dan', 2)
  await api.addMember('dev', 'uma', 'gus', 3)
})
afterAll(() => api[Symbol.asyncDispose]())

const create = (as: string, body: object) => api.call({ method: 'POST', path: 'labels', as, body })
const idOf = (answer: Awaited<ReturnType<typeof create>>) =>
  Number(String(answer.headers['location']).split('/').at(-1))
const names = async (query: string, as?: string) => {
  const { status, body } = await api.call({ path: `labels?${query}`, ...(as && { as }) })
  return status === 200 ? body.map(({ name }: { name: string }) => name) : status
}

describe('labels', () => {
  it('are told as Harbor tells them', async () => {
    const given = { name: 'released', description: 'May be used.', color: '#0079B8' }
    const made = await create('admin', { ...given, scope: 'g', project_id: 0 })
    expect(made).toMatchObject({ status: 201 })
    const { body } = await api.call({ path: `labels/${idOf(made)}`, as: 'admin' })
    expect(body).toMatchObject({ ...given, id: idOf(made), scope: 'g', project_id: 0 })
    const own = idOf(await create('mia', { ...given, scope: 'p', project_id: dev }))
    expect((await api.call({ path: `labels/${own}`, as: 'gus' })).body).toMatchObject({ scope: 'p', project_id: dev })
    const path = `labels/${own}`
    expect(await api.call({ method: 'PUT', path, as: 'mia', body: { name: 'out', color: '#fff' } })).toMatchObject({
      status: 200,
    })
    const changed = (await api.call({ path, as: 'gus' })).body
    expect(changed).toMatchObject({ name: 'out', color: '#fff' })
    expect(changed).not.toHaveProperty('description')
    expect(await api.call({ method: 'DELETE', path, as: 'mia' })).toMatchObject({ status: 200 })
    expect(await api.call({ path, as: 'admin' })).toMatchObject({ status: 404 })
  })

  it('have one name in each project and one among the global ones', async () => {
    for (const place of [{ scope: 'g' }, { scope: 'p', project_id: dev }, { scope: 'p', project_id: open }]) {
      expect(await create('admin', { name: 'one', ...place })).toMatchObject({ status: 201 })
      expect(await create('admin', { name: 'one', ...place })).toMatchObject({ status: 409, reason: 'LABEL_EXISTS' })
    }
    const other = idOf(await create('admin', { name: 'two', scope: 'g' }))
    const renamed = { method: 'PUT', path: `labels/${other}`, as: 'admin', body: { name: 'one' } } as const
    expect(await api.call(renamed)).toMatchObject({ status: 409, reason: 'LABEL_EXISTS' })
  })

  it('are found by part of their name, in which % and _ are letters', async () => {
    for (const name of ['100%', '100_', 'Alpha']) await create('uma', { name, scope: 'p', project_id: dev })
    const inDev = `scope=p&project_id=${dev}`
    expect(await names(`${inDev}&name=ALPH`, 'gus')).toEqual(['Alpha'])
    expect(await names(`${inDev}&name=%25`, 'gus')).toEqual(['100%'])
    expect(await names(`${inDev}&q=${encodeURIComponent('name=~_')}`, 'gus')).toEqual(['100_'])
    expect(await names(`${inDev}&sort=-name&page_size=2`, 'gus')).toEqual(['one', 'Alpha'])
  })

  it('of the platform are made by administrators and seen by whoever is signed in', async () => {
    expect(await create('uma', { name: 'x', scope: 'g' })).toMatchObject({ status: 403, reason: 'SYSTEM_ADMIN_ONLY' })
    expect(await names('scope=g', 'sam')).toContain('released')
    expect(await names('scope=g')).toBe(401)
  })

  it('of a project are made by its maintainers, and seen by its members, or by anyone where it is public', async () => {
    const inDev = { name: 'x', scope: 'p', project_id: dev }
    expect(await create('dan', inDev)).toMatchObject({ status: 403, reason: 'FORBIDDEN' })
    expect(await create('sam', inDev)).toMatchObject({ status: 403 })
    expect(await names(`scope=p&project_id=${dev}`, 'sam')).toBe(403)
    expect(await names(`scope=p&project_id=${dev}`)).toBe(401)
    expect(await names(`scope=p&project_id=${open}`)).toEqual(['one'])
    expect(await names(`scope=p&project_id=${open}&scope=g`)).toBe(401)
  })

  it.each([
    [{ name: 'x', scope: 'p' }, 400, 'BAD_LABEL_SCOPE'],
    [{ name: 'x', scope: 'q' }, 400, 'BAD_LABEL_SCOPE'],
    [{ name: 'x' }, 400, 'BAD_LABEL_SCOPE'],
    [{ name: 'x', scope: 'p', project_id: 987_654 }, 404, 'PROJECT_NOT_FOUND'],
    [{ scope: 'g' }, 400, 'BAD_LABEL_NAME'],
    [{ name: ' ', scope: 'g' }, 400, 'BAD_LABEL_NAME'],
    [{ name: 'x'.repeat(129), scope: 'g' }, 400, 'BAD_LABEL_NAME'],
    [{ name: 'x', scope: 'g', color: '#'.repeat(17) }, 422, 'INVALID_FIELD'],
    [{ name: 'x\0', scope: 'g' }, 422, 'INVALID_FIELD'],
  ])('%j is none', async (body, status, reason) => {
    expect(await create('admin', body)).toMatchObject({ status, reason })
  })

  it('go from every artifact that has them', async () => {
    const { pushImage } = api.content
    for (const name of ['a', 'b', 'c']) await pushImage('dev/app', name, [name])
    const gone = idOf(await create('admin', { name: 'gone', scope: 'g' }))
    const kept = idOf(await create('admin', { name: 'kept', scope: 'g' }))
    await api.database.pool.query(
      'insert into artifact_label (artifact_id, label_id) select id, unnest($1::int[]) from artifact',
      [[gone, kept]],
    )
    await api.call({ method: 'DELETE', path: `labels/${gone}`, as: 'admin' })
    const { rows } = await api.database.pool.query('select label_id from artifact_label')
    expect(rows).toEqual([1, 2, 3].map(() => ({ label_id: kept })))
  })
})
