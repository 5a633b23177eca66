import { DistributionError } from '@berth/oci'
import { createLogger } from '@berth/telemetry'
import { describe, expect, it } from 'vitest'
import { buildServer } from '../server.js'
import { memoryServices } from '../testing/memory-services.js'
import type { Operation } from './operation.js'

const digest = `sha256:${'a'.repeat(64)}`
const logger = createLogger({ service: 'registry', level: 'error' })
const inUse = async () => {
  throw new DistributionError('UNSUPPORTED', 'a manifest uses this blob')
}
const services = memoryServices({ unlinkBlob: inUse, listTags: async () => ['v1'] })
const app = buildServer(services, logger)

describe('what may be done at a path', () => {
  it.each([
    ['/v2/', 'GET, HEAD, OPTIONS'],
    ['/v2/app/manifests/v1', 'GET, HEAD, PUT, DELETE, OPTIONS'],
    ['/v2/app/blobs/uploads/', 'POST, OPTIONS'],
    [`/v2/app/blobs/${digest}`, 'GET, HEAD, DELETE, OPTIONS'],
    ['/v2/app/tags/list', 'GET, OPTIONS'],
  ])('%s is told to anybody: %s', async (url, allow) => {
    const nobody = { ...services, authenticator: { identify: async () => undefined, challenge: () => 'Bearer' } }
    const headers = { origin: 'http://ui.example', 'access-control-request-method': 'GET' }
    const answer = await buildServer(nobody, logger).inject({ method: 'OPTIONS', url, headers })
    expect([answer.statusCode, answer.headers['allow']]).toEqual([204, allow])
  })

  it('is nothing at a path that leads nowhere', async () => {
    expect((await app.inject({ method: 'OPTIONS', url: '/v2/app/nothing' })).statusCode).toBe(404)
  })

  it('is told with every refusal of a method, of one that is not now possible as well', async () => {
    const unknown = await app.inject({ method: 'POST', url: '/v2/app/manifests/v1' })
    expect([unknown.statusCode, unknown.headers['allow']]).toEqual([405, 'GET, HEAD, PUT, DELETE, OPTIONS'])
    const used = await app.inject({ method: 'DELETE', url: `/v2/app/blobs/${digest}` })
    expect([used.statusCode, used.headers['allow']]).toEqual([405, 'GET, HEAD, OPTIONS'])
    expect(used.json()).toEqual({
      errors: [{ code: 'UNSUPPORTED', message: 'the operation is unsupported', detail: 'a manifest uses this blob' }],
    })
  })

  it('is told of a method that the framework does not know', async () => {
    const answer = await app.inject({ method: 'PROPFIND' as 'GET', url: '/v2/app/tags/list' })
    expect([answer.statusCode, answer.headers['allow']]).toEqual([405, 'GET, OPTIONS'])
  })

  it('is less where operations are switched off, whatever a repository is called', async () => {
    const refuses = ({ name }: Operation) => (name.startsWith('delete-') ? 'deleting is off' : undefined)
    const without = buildServer({ ...services, refuses }, logger)
    const url = '/v2/a/blobs/uploads/b/manifests/v1'
    const answer = await without.inject({ method: 'DELETE', url })
    expect([answer.statusCode, answer.headers['allow']]).toEqual([405, 'GET, HEAD, PUT, OPTIONS'])
    expect((await without.inject({ method: 'OPTIONS', url })).headers['allow']).toBe('GET, HEAD, PUT, OPTIONS')
  })
})

it('answers questions of a proxy only where there is one', async () => {
  for (const url of ['/internal/preflight', '/internal/pull'])
    expect((await app.inject({ url, headers: { 'x-berth-repository': 'app' } })).statusCode).toBe(404)
})
