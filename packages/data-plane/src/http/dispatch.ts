import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Identity, Scope } from '../auth/identity.js'
import { parseRepositoryName } from '@berth/oci'
import { admitChange } from '../policy/admit-change.js'
import { authorize, identify, scopesOf } from './authorize.js'
import { ChallengeError } from './challenge-error.js'
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
  const { access, wishes } = route.endpoint
  const scopes = scopesOf(access, route.groups['name'])
  const granted = await verifyGrant(services, request, route, scopes)
  const identity = granted ?? (await authorize(services, request.headers.authorization, scopes, wishes?.(query)))
  request.subject = identity.subject
  const exchange = new Exchange(services, request, reply, identity, query, route.groups, granted !== undefined)
  // Whatever is not reading asks for a right in a repository: a test of the route table holds that.
  if (request.method !== 'GET' && request.method !== 'HEAD') await admitChange(services.policies, exchange.name)
  await route.endpoint.handle(exchange)
}

/**
 * The identity that a proxy's grant stands for: a caller who was allowed to push to this repository before the body came. Their token may have
 * run out since; while it has not, it says more.
 *
 * @throws {ChallengeError} where the right has ended meanwhile
 */
async function verifyGrant(
  services: Services,
  request: FastifyRequest,
  { endpoint, groups }: RouteMatch,
  scopes: readonly Scope[],
): Promise<Identity | undefined> {
  const { grants, rights } = services
  const { authorization } = request.headers
  const value = header(request, 'x-berth-grant')
  if (value === undefined || !grants || !endpoint.spoolsBody) return undefined
  const repository = groups['name'] ?? ''
  const grant = grants.verify(value, { repository, authorization })
  if (!grant) return undefined
  const shown = await identify(services, authorization)
  if (shown && scopes.every((scope) => shown.may(scope))) return shown
  const allows = (name: string) => name === repository
  const known: Identity = {
    ...grant,
    may: (scope) => scope.type === 'repository' && allows(scope.name) && !scope.actions.includes('delete'),
    mentions: allows,
    named: [parseRepositoryName(repository)],
  }
  const identity = rights ? await rights.limit(known) : known
  if (!identity) throw new ChallengeError(scopes, 'invalid_token')
  if (!scopes.every((scope) => identity.may(scope)))
    throw ChallengeError.lacking(scopes, identity.subject, services.policies !== undefined)
  return identity
}
