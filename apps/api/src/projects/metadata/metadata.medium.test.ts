import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiUnderTest } from '../../testing/api.test.support.js'

let api: ApiUnderTest
beforeAll(async () => {
  api = await ApiUnderTest.start()
  await api.createUser('olga')
  await api.createUser('paul')
  await api.createProject('dev', 'olga')
  await api.addMember('dev', 'olga', 'paul', 4)
})
afterAll(() => api[Symbol.asyncDispose]())

const call = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', key = '', body?: object, as = 'olga') =>
  api.call({ method, path: `projects/dev/metadatas/${key}`, as, ...(body ? { body } : {}) })

describe('metadata of a project', () => {
  it('are added once, changed, read and taken away, one key at a time', async () => {
    expect(await call('GET', 'severity')).toMatchObject({ status: 404, reason: 'METADATA_NOT_FOUND' })
    expect(await call('POST', '', { severity: 'low' })).toMatchObject({ status: 200, text: '' })
    expect(await call('POST', '', { severity: 'high' })).toMatchObject({ status: 409, reason: 'METADATA_EXISTS' })
    expect((await call('GET', 'severity')).body).toEqual({ severity: 'low' })
    expect(await call('PUT', 'severity', { severity: 'high' })).toMatchObject({ status: 200 })
    expect((await call('GET', 'severity', undefined, 'paul')).body).toEqual({ severity: 'high' })
    expect((await call('GET', '', undefined, 'admin')).body).toEqual({ public: 'false', severity: 'high' })
    expect(await call('DELETE', 'severity')).toMatchObject({ status: 200 })
    expect(await call('DELETE', 'severity')).toMatchObject({ status: 404 })
  })

  it('are listed by system administrators alone, as in Harbor', async () => {
    expect(await call('GET')).toMatchObject({ status: 403 })
  })

  it('make the project public and private', async () => {
    const isPublic = async () => (await api.call({ path: 'projects/dev', as: 'olga' })).body.metadata.public
    expect(await call('PUT', 'public', { public: 'true' })).toMatchObject({ status: 200 })
    expect(await isPublic()).toBe('true')
    expect(await call('DELETE', 'public')).toMatchObject({ status: 200 })
    expect(await isPublic()).toBe('false')
    expect(await call('POST', '', { public: 'true' })).toMatchObject({ status: 409 })
  })

  it.each([
    ['PUT', 'public', { public: 'maybe' }, 'BAD_METADATA_VALUE'],
    ['PUT', 'prevent_vul', { prevent_vul: 'true' }, 'PROJECT_METADATA_UNAVAILABLE'],
    ['PUT', 'severity', { public: 'true' }, 'ONE_METADATA_KEY'],
    ['PUT', 'colour', { colour: 'red' }, 'UNKNOWN_METADATA'],
    ['PUT', 'constructor', {}, 'ONE_METADATA_KEY'],
    ['POST', '', {}, 'ONE_METADATA_KEY'],
    ['POST', '', { public: 'true', severity: 'low' }, 'ONE_METADATA_KEY'],
    ['POST', '', { colour: 'red' }, 'UNKNOWN_METADATA'],
    ['DELETE', 'colour', undefined, 'UNKNOWN_METADATA'],
  ] as const)('refuse %s %s %j', async (method, key, body, reason) => {
    expect(await call(method, key, body)).toMatchObject({ status: 400, reason })
  })

  it('take no value that is no text, nor one without end', async () => {
    expect(await call('PUT', 'severity', { severity: 1 })).toMatchObject({ status: 422 })
    expect(await call('PUT', 'severity', { severity: 'x'.repeat(256) })).toMatchObject({ status: 422 })
    expect(await call('PUT', 'severity', { severity: 'a\0' })).toMatchObject({ status: 422 })
  })
})
