import 'reflect-metadata'
import { PATH_METADATA } from '@nestjs/common/constants.js'
import { describe, expect, it } from 'vitest'
import { featureModules } from '../app.module.js'
import { ACCESS_RULE, type AccessRule } from './access-rule.js'

interface Route {
  readonly name: string
  readonly path: string
  readonly rule: AccessRule | undefined
}

function routesOf(controller: new (...args: never[]) => object): Route[] {
  const prefix = String(Reflect.getMetadata(PATH_METADATA, controller) ?? '')
  return Object.getOwnPropertyNames(controller.prototype).flatMap((name) => {
    const handler: unknown = Reflect.get(controller.prototype, name)
    if (typeof handler !== 'function' || name === 'constructor') return []
    const path: unknown = Reflect.getMetadata(PATH_METADATA, handler)
    if (path === undefined) return []
    if (typeof path !== 'string') throw new Error(`${name} has several paths, of which this test would miss some.`)
    const rule = Reflect.getMetadata(ACCESS_RULE, handler) as AccessRule | undefined
    return [{ name: `${controller.name}.${name}`, path: `${prefix}/${path}`, rule }]
  })
}

const routes = featureModules.flatMap((module) =>
  (Reflect.getMetadata('controllers', module) as (new (...args: never[]) => object)[]).flatMap(routesOf),
)

describe('every route', () => {
  it('is found', () => {
    expect(routes.length).toBeGreaterThan(45)
  })

  it.each(routes)('$name has an access rule that its path can bear', ({ path, rule }) => {
    expect(rule).toBeDefined()
    expect(rule?.kind === 'project').toBe(path.includes(':project_name'))
    expect(rule?.kind === 'self' ? path.includes(':user_id') : true).toBe(true)
  })

  it('that anyone may call is one of these', () => {
    const open = routes.filter(({ rule }) => rule?.kind === 'anyone').map(({ name }) => name)
    expect(open.sort()).toEqual([
      'HealthController.overallHealth',
      'HealthController.ping',
      'ProjectsController.list',
      'RepositoriesController.listAll',
      'SearchController.search',
      'SignInController.login',
      'SignInController.logout',
      'SignInController.userExists',
      'SystemInfoController.get',
      'SystemInfoController.version',
      'TokenController.issue',
      'TokenController.refuse',
    ])
  })
})
