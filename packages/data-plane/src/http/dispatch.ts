import { DistributionError, parseRepositoryName } from '@berth/oci'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Identity, Scope } from '../auth/identity.js'
import { admitChange } from '../policy/admit-change.js'
import type { Alias } from './alias.js'
import { authorize, identify, scopesOf } from './authorize.js'
import { ChallengeError } from './challenge-error.js'
import type { Endpoint } from './endpoint.js'
import { Exchange, header, parseTarget, type Target } from './exchange.js'
import { matchRoute, methodsOf, type RouteMatch } from './match-route.js'
import { findAlias, isPull } from './find-alias.js'
import type { Services } from './services.js'

/** Finds the endpoint of a request in a table, applies its access rule, and lets it answer. */
export async function dispatch(
  table: readonly Endpoint[],
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const target = parseTarget(request.url)
  const allow = () => allowedMethods(methodsOf(table, target.path), services, request.method)
  if (request.method === 'OPTIONS') {
    answerOptions(allow(), reply)
    return
  }
  try {
    await run(matchRoute(table, request.method, target.path), target, services, request, reply)
  } catch (error) {
    if (error instanceof DistributionError && error.code === 'UNSUPPORTED') reply.header('allow', allow())
    throw error
  }
}

/** What a path takes beside the method that was tried. RFC 9110, 15.5.6. */
function allowedMethods(known: ReturnType<typeof methodsOf>, { refuses }: Services, tried: string): string {
  const methods = known.filter(({ method, endpoint }) => method !== tried && !refuses?.(endpoint))
  return methods.length === 0 ? '' : [...methods.map(({ method }) => method), 'OPTIONS'].join(', ')
}

/** To anybody: a browser asks without credentials before it sends any. */
function answerOptions(allow: string, reply: FastifyReply): void {
  if (allow === '') throw new DistributionError('NOT_FOUND')
  reply.code(204).header('allow', allow).send()
}

async function run(
  route: RouteMatch,
  { query }: Target,
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  request.endpoint = route.endpoint.name
  const refusal = services.refuses?.(route.endpoint)
  if (refusal !== undefined) throw new DistributionError('UNSUPPORTED', refusal)
  const { access, wishes } = route.endpoint
  const alias = await aliasOf(services, request, route, query.get('ns') || undefined)
  const groups = alias ? { ...route.groups, name: alias.name } : route.groups
  request.parts = groups
  const scopes = scopesOf(access, groups['name'])
  const granted = await verifyGrant(services, request, route, [scopes, wishes?.(query) ?? []])
  const identity = granted ?? (await authorize(services, request, scopes, wishes?.(query), alias))
  request.subject = identity.subject
  const exchange = new Exchange(services, request, reply, identity, query, groups, granted !== undefined)
  // Whatever is not reading asks for a right in a repository: a test of the route table holds that.
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    const isDeletion = request.method === 'DELETE'
    await admitChange(services.policies, exchange.name, isDeletion ? 'deletion' : 'push')
  }
  await route.endpoint.handle(exchange)
}

/** Whoever looks for a blob without pulling it is about to push. */
async function aliasOf(
  services: Services,
  request: FastifyRequest,
  { endpoint, groups }: RouteMatch,
  host: string | undefined,
): Promise<Alias | undefined> {
  const { name, digest } = groups
  const isLooking = request.method === 'HEAD' && digest !== undefined
  if (name === undefined || !isPull(endpoint.access) || (isLooking && host === undefined)) return undefined
  return findAlias(services, request, parseRepositoryName(name), host)
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
  [scopes, wishes]: readonly [scopes: readonly Scope[], wishes: readonly Scope[]],
): Promise<Identity | undefined> {
  const { grants, rights } = services
  const { authorization } = request.headers
  const value = header(request, 'x-berth-grant')
  if (value === undefined || !grants || !endpoint.spoolsBody) return undefined
  const repository = groups['name'] ?? ''
  const grant = grants.verify(value, { repository, authorization })
  if (!grant) return undefined
  const shown = await identify(services, request, [...scopes, ...wishes])
  if (shown && scopes.every((scope) => shown.may(scope))) return shown
  const allows = (name: string) => name === repository
  const known: Identity = {
    ...grant,
    may: (scope) => scope.type === 'repository' && allows(scope.name) && !scope.actions.includes('delete'),
    mentions: allows,
    named: [parseRepositoryName(repository)],
  }
  const identity = rights ? await rights.limit(known, []) : known
  if (!identity) throw new ChallengeError(scopes, 'invalid_token')
  if (!scopes.every((scope) => identity.may(scope)))
    throw ChallengeError.lacking(scopes, identity.subject, services.policies !== undefined)
  return identity
}
