import { DistributionError } from '@berth/oci'
import { formatScope, type ChallengeReason, type Scope } from '../auth/identity.js'

/** The caller is to come again with credentials for these scopes. Sent as 401 with `WWW-Authenticate`. */
export class ChallengeError extends DistributionError {
  constructor(
    readonly scopes: readonly Scope[],
    /** Absent where no credentials came. */
    readonly reason?: ChallengeReason,
    message?: string,
  ) {
    super('UNAUTHORIZED', message, scopes.length > 0 ? { detail: scopes.map(formatScope) } : undefined)
  }

  /** Identified, but without the right: says which, for clients show this to people. */
  static lacking(scopes: readonly Scope[], subject: string | undefined): ChallengeError {
    const wanted = scopes.map((scope) =>
      scope.type === 'catalog' ? 'list the catalog' : `${scope.actions.join(' and ')} ${scope.name}`,
    )
    const who = subject === undefined ? 'an anonymous caller' : `user ${subject}`
    return new ChallengeError(
      scopes,
      'insufficient_scope',
      `unauthorized to ${wanted.join(', ')}: ${who} lacks the right`,
    )
  }
}
