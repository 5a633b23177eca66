import { parseRepositoryName } from '@berth/oci'
import type { Identity, Scope } from '../auth/identity.js'
import { ChallengeError } from './challenge-error.js'
import type { AccessRule } from './endpoint.js'
import type { Services } from './services.js'

/** What an access rule asks for, given the repository in the path. @throws {DistributionError} NAME_INVALID */
export function scopesOf(rule: AccessRule, name: string | undefined): readonly Scope[] {
  if (rule === 'identified') return []
  if (rule === 'catalog') return [{ type: 'catalog' }]
  return [{ type: 'repository', name: parseRepositoryName(name ?? ''), actions: rule.repository }]
}

/**
 * Who sends a request, and that this caller has the rights to it.
 * @param wishes named in the challenge too, without being needed
 * @throws {ChallengeError}
 */
export async function authorize(
  { authenticator }: Services,
  authorization: string | undefined,
  scopes: readonly Scope[],
  wishes: readonly Scope[] = [],
): Promise<Identity> {
  const identity = await authenticator.identify(authorization)
  if (!identity) throw new ChallengeError([...scopes, ...wishes])
  if (!scopes.every((scope) => identity.may(scope))) throw ChallengeError.lacking(scopes, identity.subject)
  return identity
}
