import { describe, expect, it } from 'vitest'
import { KnownRoutes } from './known-routes.js'

describe('known routes', () => {
  const routes = new KnownRoutes()
  routes.add('GET', '/api/v2.0/users')
  routes.add(['POST', 'PUT'], '/api/v2.0/users')
  routes.add('DELETE', '/api/v2.0/users/:user_id')
  routes.add('GET', '/files/*')

  it.each([
    ['/api/v2.0/users', ['GET', 'POST', 'PUT']],
    ['/api/v2.0/users/', ['GET', 'POST', 'PUT']],
    ['/api/v2.0/users/7', ['DELETE']],
    ['/api/v2.0/users/7/8', []],
    ['/api/v2x0/users', []],
    ['/files/a', []],
  ])('at %s', (path, methods) => {
    expect(routes.methodsAt(path)).toEqual(methods)
  })
})
