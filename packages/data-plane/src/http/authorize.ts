import { DistributionError, parseRepositoryName } from '@berth/oci'
import type { Identity, Scope } from '../auth/identity.js'
import type { FastifyRequest } from 'fastify'
import { addressOf } from './address.js'
import { type Alias, withAlias } from './alias.js'
import { ChallengeError } from './challenge-error.js'
import type { AccessRule } from './operation.js'
import type { Services } from './services.js'
import { refuseReadOnly } from '../policy/admit-change.js'

/** What an access rule asks for, given the repository in the path. @throws {DistributionError} NAME_INVALID */
export function scopesOf(rule: AccessRule, name: string | undefined): readonly Scope[] {
  if (rule === 'identified') return []
  if (rule === 'catalog') return [{ type: 'catalog' }]
  return [{ type: 'repository', name: parseRepositoryName(name ?? ''), actions: rule.repository }]
}

/**
 * Who sends a request, with what they hold now; undefined where the credentials are missing or no good.
 * @param alias a name that the credentials may have in the place of another one
 * @throws {ChallengeError} where there is more to say of why they are no good
 */
export async function identify(
  { authenticator, rights }: Services,
  request: FastifyRequest,
  scopes: readonly Scope[],
  alias?: Alias,
): Promise<Identity | undefined> {
  const { authorization } = request.headers
  const shown = await authenticator.identify(authorization, { address: addressOf(request) }).catch((error: unknown) => {
    const isNoGood = error instanceof DistributionError && error.code === 'UNAUTHORIZED'
    throw isNoGood ? new ChallengeError(scopes, 'invalid_token', error.message) : error
  })
  const identity = shown && alias ? withAlias(shown, alias) : shown
  if (!identity || !rights) return identity
  return rights.limit(
    identity,
    scopes.flatMap((scope) => (scope.type === 'repository' ? [scope.name] : [])),
  )
}

/**
 * Who sends a request, and that this caller has the rights to it.
 * @param wishes named in the challenge too, without being needed
 * @throws {ChallengeError}
 * @throws {DistributionError} DENIED where nobody has the right because the system is read-only
 */
export async function authorize(
  services: Services,
  request: FastifyRequest,
  scopes: readonly Scope[],
  wishes: readonly Scope[] = [],
  alias?: Alias,
): Promise<Identity> {
  const identity = await identify(services, request, [...scopes, ...wishes], alias)
  const isShown = request.headers.authorization !== undefined
  if (!identity) throw new ChallengeError([...scopes, ...wishes], isShown ? 'invalid_token' : undefined)
  if (scopes.every((scope) => identity.may(scope))) return identity
  await refuseReadOnly(services.policies, scopes)
  throw ChallengeError.lacking(scopes, identity.subject, services.policies !== undefined)
}
