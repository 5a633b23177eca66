import { METHOD_METADATA, MODULE_METADATA, PATH_METADATA } from '@nestjs/common/constants.js'
import { RequestMethod } from '@nestjs/common'
import type { EventType } from '@berth/contracts'
import { featureModules } from '../app.module.js'
import { EMITS } from '../edge/emits.js'
import { ACCESS_RULE, type AccessRule, ALLOWED_IN_READ_ONLY } from '../access/needs.js'

type Class = new (...args: never[]) => object

/** A route of the api, as its decorators say it. */
export interface Route {
  /** `Controller.method`. */
  readonly name: string
  readonly method: string
  /** With its parameters, without the prefix of all routes. */
  readonly path: string
  readonly rule: AccessRule | undefined
  readonly allowedInReadOnly: boolean
  /** Which events it writes down. */
  readonly emits: readonly EventType[]
}

const own = (target: object, key: string): unknown => Reflect.getMetadata(key, target)
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value])

/** A module with all that it imports. */
function withImports(module: unknown, known = new Set<Class>()): Set<Class> {
  if (typeof module !== 'function' || known.has(module as Class)) return known
  known.add(module as Class)
  for (const imported of listOf(own(module, MODULE_METADATA.IMPORTS))) withImports(imported, known)
  return known
}

function routesOf(controller: Class): Route[] {
  return Object.getOwnPropertyNames(controller.prototype).flatMap((name) => {
    const handler: unknown = Reflect.get(controller.prototype, name)
    if (typeof handler !== 'function' || name === 'constructor') return []
    const method = RequestMethod[Number(own(handler, METHOD_METADATA))]
    return listOf(own(controller, PATH_METADATA)).flatMap((prefix) =>
      listOf(own(handler, PATH_METADATA)).map((path) => ({
        name: `${controller.name}.${name}`,
        method: method ?? '',
        path: [prefix, path].filter((part) => part !== '/' && part !== '').join('/'),
        rule: own(handler, ACCESS_RULE as unknown as string) as AccessRule | undefined,
        allowedInReadOnly: own(handler, ALLOWED_IN_READ_ONLY as unknown as string) === true,
        emits: (own(handler, EMITS) as EventType[] | undefined) ?? [],
      })),
    )
  })
}

/** Every route there is: those of the feature modules and of whatever they import. */
export function allRoutes(): Route[] {
  const modules = new Set(featureModules.flatMap((module) => [...withImports(module)]))
  const controllers = new Set([...modules].flatMap((module) => listOf(own(module, MODULE_METADATA.CONTROLLERS))))
  return [...controllers].flatMap((controller) => routesOf(controller as Class))
}
