import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Identity } from '../auth/identity.js'
import { admitChange } from '../policy/admit-change.js'
import { authorize, scopesOf } from './authorize.js'
import type { Endpoint } from './endpoint.js'
import { Exchange, header, parseTarget } from './exchange.js'
import { matchRoute, type RouteMatch } from './match-route.js'
import type { Services } from './services.js'

/** Finds the endpoint of a request in a table, applies its access rule, and lets it answer. */
export async function dispatch(
  table: readonly Endpoint[],
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const { path, query } = parseTarget(request.url)
  const route = matchRoute(table, request.method, path)
  request.endpoint = route.endpoint.name
  request.parts = route.groups
  const granted = verifyGrant(services, request, route)
  const { access, wishes } = route.endpoint
  const scopes = scopesOf(access, route.groups['name'])
  const identity = granted ?? (await authorize(services, request.headers.authorization, scopes, wishes?.(query)))
  request.subject = identity.subject
  const exchange = new Exchange(services, request, reply, identity, query, route.groups, granted !== undefined)
  // Whatever is not reading asks for a right in a repository: a test of the route table holds that.
  if (request.method !== 'GET' && request.method !== 'HEAD') await admitChange(services.policies, exchange.name)
  await route.endpoint.handle(exchange)
}

/** The identity that a proxy's grant stands for: a caller who was allowed to push to this repository before the body came. */
function verifyGrant(
  { grants }: Services,
  request: FastifyRequest,
  { endpoint, groups }: RouteMatch,
): Identity | undefined {
  const value = header(request, 'x-berth-grant')
  if (value === undefined || !grants || !endpoint.spoolsBody) return undefined
  const repository = groups['name'] ?? ''
  const grant = grants.verify(value, { repository, authorization: request.headers.authorization })
  if (!grant) return undefined
  const allows = (name: string) => name === repository
  return {
    subject: grant.subject,
    may: (scope) => scope.type === 'repository' && allows(scope.name) && !scope.actions.includes('delete'),
    mentions: allows,
    pullable: [],
  }
}
