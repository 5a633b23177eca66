import type { FastifyRequest } from 'fastify'
import sql from 'sql-template-tag'
import { headerFlag } from '../edge/flag.js'
import { idOrNone } from '../edge/path-id.js'
import { locators } from './locators.js'
import type { PlaceRule } from './needs.js'
import { pathParameter, repositoryParameter } from './path-parameter.js'
import { type PlaceReference, projectBy } from './place-finder.js'

/** The id that a locator's path parameter gives; 0, which nothing has, where it gives none. */
export function locatedId(parameter: string, request: FastifyRequest): number {
  return idOrNone(pathParameter(request, parameter))
}

/** The name or id of the project that a request gives. */
export function projectNamed(rule: PlaceRule, request: FastifyRequest): string {
  const asked = rule.of === 'asked' ? rule.reads(request) : undefined
  if (asked) return 'id' in asked ? String(asked.id) : asked.name
  return pathParameter(request, 'project_name') ?? pathParameter(request, 'project_name_or_id') ?? ''
}

function projectOf(rule: PlaceRule, request: FastifyRequest) {
  const isName =
    pathParameter(request, 'project_name') !== undefined || headerFlag(request.headers['x-is-resource-name'])
  const named = projectNamed(rule, request)
  return isName ? projectBy.name(named) : projectBy.nameOrId(named)
}

/** What a request says of the place that a rule is about; undefined where it is the system. */
export function readReference(rule: PlaceRule, request: FastifyRequest): PlaceReference | undefined {
  if (rule.of === 'asked') {
    const asked = rule.reads(request)
    return asked && { project: 'id' in asked ? projectBy.id(asked.id) : projectBy.name(asked.name) }
  }
  if ('parameter' in rule) {
    return { project: sql`p.id = (${locators[rule.of](locatedId(rule.parameter, request))})` }
  }
  return {
    project: projectOf(rule, request),
    ...(rule.of === 'project' ? {} : { repository: repositoryParameter(request) }),
    ...(rule.of === 'artifact' ? { artifact: pathParameter(request, 'reference') ?? '' } : {}),
  }
}
