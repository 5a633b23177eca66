import { describe, expect, it } from 'vitest'
import { matchRoute } from '../http/match-route.js'
import { spoolAccess } from './internal/preflight.js'
import { routeTable } from './route-table.js'

const digest = `sha256:${'a'.repeat(64)}`
const id = '0b1f1c52-3f0f-4b6e-9a55-0d7b0a4f6f01'

describe('the route table', () => {
  it('gives every endpoint an access rule and an anchored pattern below /v2', () => {
    for (const endpoint of routeTable) {
      expect(endpoint.pattern.source, endpoint.name).toMatch(/^\^\\\/v2.*\$$/)
      expect(endpoint.pattern.flags).toBe('')
      const rule = endpoint.access
      const isRule = rule === 'identified' || rule === 'catalog' || rule.repository.length > 0
      expect(isRule, endpoint.name).toBe(true)
    }
  })

  it('asks for more than the right to pull wherever something changes', () => {
    for (const endpoint of routeTable) {
      if (endpoint.methods.every((method) => method === 'GET' || method === 'HEAD')) continue
      const actions = typeof endpoint.access === 'string' ? [] : endpoint.access.repository
      expect(actions.includes('push') || actions.includes('delete'), endpoint.name).toBe(true)
    }
  })

  it('asks for the same wherever a body is spooled: the proxy asks once for all', () => {
    const spooling = routeTable.filter((endpoint) => endpoint.spoolsBody)
    expect(spooling.map((endpoint) => endpoint.name)).toEqual(['start-upload', 'append-chunk', 'finish-upload'])
    for (const endpoint of spooling) expect(endpoint.access, endpoint.name).toEqual(spoolAccess)
  })

  it('reads the repository from the path of each endpoint that needs a right to one', () => {
    for (const endpoint of routeTable) {
      expect(endpoint.pattern.source.includes('(?<name>'), endpoint.name).toBe(typeof endpoint.access !== 'string')
    }
  })

  it('names every endpoint once, and no method of a path twice', () => {
    const seen = routeTable.flatMap(({ methods, pattern }) => methods.map((method) => `${method} ${pattern.source}`))
    expect(new Set(seen).size).toBe(seen.length)
    expect(new Set(routeTable.map((endpoint) => endpoint.name)).size).toBe(routeTable.length)
  })

  it.each([
    ['GET', '/v2/', 'ping', {}],
    ['GET', '/v2', 'ping', {}],
    ['GET', '/v2/_catalog', 'catalog', {}],
    ['GET', '/v2/dev/a/b/tags/list', 'list-tags', { name: 'dev/a/b' }],
    ['GET', '/v2/tags/list/tags/list', 'list-tags', { name: 'tags/list' }],
    ['HEAD', '/v2/dev/app/manifests/v1', 'get-manifest', { name: 'dev/app', reference: 'v1' }],
    ['PUT', '/v2/dev/manifests/manifests/v1', 'put-manifest', { name: 'dev/manifests', reference: 'v1' }],
    ['DELETE', `/v2/dev/app/manifests/${digest}`, 'delete-manifest', { name: 'dev/app', reference: digest }],
    ['POST', '/v2/dev/app/blobs/uploads/', 'start-upload', { name: 'dev/app' }],
    ['POST', '/v2/dev/app/blobs/uploads', 'start-upload', { name: 'dev/app' }],
    ['PATCH', `/v2/dev/app/blobs/uploads/${id}`, 'append-chunk', { name: 'dev/app', id }],
    ['PUT', `/v2/dev/blobs/uploads/blobs/uploads/${id}`, 'finish-upload', { name: 'dev/blobs/uploads', id }],
    ['GET', `/v2/dev/app/blobs/uploads/${id}`, 'upload-status', { name: 'dev/app', id }],
    ['DELETE', `/v2/dev/app/blobs/uploads/${id}`, 'cancel-upload', { name: 'dev/app', id }],
    ['GET', `/v2/dev/app/blobs/${digest}`, 'get-blob', { name: 'dev/app', digest }],
    ['DELETE', `/v2/dev/app/blobs/${digest}`, 'delete-blob', { name: 'dev/app', digest }],
    ['GET', `/v2/dev/app/referrers/${digest}`, 'referrers', { name: 'dev/app', digest }],
  ])('%s %s is %s', (method, path, name, groups) => {
    const match = matchRoute(routeTable, method, path)
    expect(match.endpoint.name).toBe(name)
    expect({ ...match.groups }).toEqual(groups)
  })

  it.each([
    ['GET', '/v2/dev/app', 'NOT_FOUND'],
    ['GET', '/v2/dev/app/manifests/', 'NOT_FOUND'],
    ['GET', '/v1/_ping', 'NOT_FOUND'],
    ['POST', '/v2/dev/app/manifests/v1', 'UNSUPPORTED'],
    ['DELETE', '/v2/_catalog', 'UNSUPPORTED'],
  ])('%s %s is refused with %s', (method, path, code) => {
    expect(() => matchRoute(routeTable, method, path)).toThrow(expect.objectContaining({ code }))
  })
})
