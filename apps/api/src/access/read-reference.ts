import type { FastifyRequest } from 'fastify'
import sql from 'sql-template-tag'
import { headerFlag } from '../edge/flag.js'
import { MAX_ID } from '../edge/path-id.js'
import { locators } from './locators.js'
import type { PlaceRule } from './needs.js'
import { pathParameter, repositoryParameter } from './path-parameter.js'
import { type PlaceReference, projectBy } from './place-finder.js'

/** The id that a locator's path parameter gives; 0, which nothing has, where it gives none. */
export function locatedId(parameter: string, request: FastifyRequest): number {
  const id = Number(pathParameter(request, parameter))
  return Number.isInteger(id) && id > 0 && id <= MAX_ID ? id : 0
}

/** The name or id of the project that a path gives. */
export const projectParameter = (request: FastifyRequest): string =>
  pathParameter(request, 'project_name') ?? pathParameter(request, 'project_name_or_id') ?? ''

function projectOf(request: FastifyRequest) {
  const isName =
    pathParameter(request, 'project_name') !== undefined || headerFlag(request.headers['x-is-resource-name'])
  return isName ? projectBy.name(projectParameter(request)) : projectBy.nameOrId(projectParameter(request))
}

/** What a request's path says of the place that a rule is about. */
export function readReference(rule: PlaceRule, request: FastifyRequest): PlaceReference {
  if ('parameter' in rule) {
    return { project: sql`p.id = (${locators[rule.of](locatedId(rule.parameter, request))})` }
  }
  return {
    project: projectOf(request),
    ...(rule.of === 'project' ? {} : { repository: repositoryParameter(request) }),
    ...(rule.of === 'artifact' ? { artifact: pathParameter(request, 'reference') ?? '' } : {}),
  }
}
