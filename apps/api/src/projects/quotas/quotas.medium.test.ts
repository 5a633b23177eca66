import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiUnderTest } from '../../testing/api.test.support.js'

let api: ApiUnderTest
let dev: number
let ops: number
beforeAll(async () => {
  api = await ApiUnderTest.start()
  await api.createUser('uma')
  dev = await api.createProject('dev', 'uma')
  ops = await api.createProject('ops', 'uma')
  await api.database.pool.query('update quota set used_bytes = 70 where project_id = $1', [dev])
  await api.database.pool.query('insert into quota_delta (project_id, bytes) values ($1, 20), ($2, 900)', [dev, ops])
})
afterAll(() => api[Symbol.asyncDispose]())

const list = async (query = '') => (await api.call({ path: `quotas?${query}`, as: 'admin' })).body
const names = async (query = '') => (await list(query)).map(({ ref }: { ref: { name: string } }) => ref.name)
const set = (id: number, hard: object, as = 'admin') =>
  api.call({ method: 'PUT', path: `quotas/${id}`, as, body: { hard } })

describe('quotas', () => {
  it('tell what projects may store and what they store, as of now', async () => {
    expect(await set(dev, { storage: 100 })).toMatchObject({ status: 200 })
    const { body } = await api.call({ path: `quotas/${dev}`, as: 'admin' })
    expect(body).toMatchObject({
      id: dev,
      ref: { id: dev, name: 'dev', owner_name: 'uma' },
      hard: { storage: 100 },
      used: { storage: 90 },
    })
    expect(await list(`reference=project&reference_id=${dev}`)).toEqual([body])
    const summary = await api.call({ path: 'projects/dev/summary', as: 'uma' })
    expect(summary.body.quota).toEqual({ hard: { storage: 100 }, used: { storage: 90 } })
  })

  it('are sorted by use, limit and share of it, and found by name', async () => {
    expect((await names('sort=-used.storage')).slice(0, 2)).toEqual(['ops', 'dev'])
    expect((await names('sort=-hard.storage'))[0]).toBe('dev')
    expect((await names('sort=-share'))[0]).toBe('dev')
    expect(await names('q=name%3D~v')).toEqual(['dev'])
    expect(await names('q=used.storage%3D%5B100~%5D')).toEqual(['ops'])
    expect(await names('reference=registry')).toEqual([])
    expect(await names('reference_id=x')).toEqual([])
  })

  it('go with their project', async () => {
    const gone = await api.createProject('gone', 'uma')
    await api.call({ method: 'DELETE', path: 'projects/gone', as: 'uma' })
    expect(await api.call({ path: `quotas/${gone}`, as: 'admin' })).toMatchObject({ status: 404 })
    expect(await set(gone, { storage: 5 })).toMatchObject({ status: 404, reason: 'QUOTA_NOT_FOUND' })
  })

  it('begin with what the setting says', async () => {
    await api.call({ method: 'PUT', path: 'configurations', as: 'admin', body: { storage_per_project: 500 } })
    const id = await api.createProject('bounded', 'uma')
    await api.call({ method: 'PUT', path: 'configurations', as: 'admin', body: { storage_per_project: -1 } })
    expect((await api.call({ path: `quotas/${id}`, as: 'admin' })).body.hard).toEqual({ storage: 500 })
    expect(await set(id, { storage: -1 })).toMatchObject({ status: 200 })
    expect((await api.call({ path: `quotas/${id}`, as: 'admin' })).body.hard).toEqual({ storage: -1 })
  })

  it.each([
    [{}, 400, 'BAD_STORAGE_LIMIT'],
    [{ storage: 0 }, 400, 'BAD_STORAGE_LIMIT'],
    [{ storage: -2 }, 400, 'BAD_STORAGE_LIMIT'],
    [{ storage: 5, count: 1 }, 400, 'BAD_STORAGE_LIMIT'],
    [{ storage: 1.5 }, 422, 'INVALID_FIELD'],
    [{ storage: 2 ** 60 }, 422, 'INVALID_FIELD'],
  ])('take no %j', async (hard, status, reason) => {
    expect(await set(dev, hard)).toMatchObject({ status, reason })
  })

  it('are for administrators: a project admin reads the summary', async () => {
    expect(await set(dev, { storage: 5 }, 'uma')).toMatchObject({ status: 403, reason: 'SYSTEM_ADMIN_ONLY' })
    expect(await api.call({ path: 'quotas', as: 'uma' })).toMatchObject({ status: 403 })
  })
})
