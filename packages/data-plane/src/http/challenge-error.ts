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

  /**
   * Identified, but without the right: says which, for clients show this to people.
   *
   * @param hasProjects whether every repository lies in a project, which people forget to name
   */
  static lacking(scopes: readonly Scope[], subject: string | undefined, hasProjects = false): ChallengeError {
    const wanted = scopes.map((scope) =>
      scope.type === 'catalog' ? 'list the catalog' : `${scope.actions.join(' and ')} ${scope.name}`,
    )
    const who = subject === undefined ? 'an anonymous caller' : `user ${subject}`
    const outside = scopes.find((scope) => hasProjects && scope.type === 'repository' && !scope.name.includes('/'))
    const hint = outside?.type === 'repository' ? `; name the project as well: <project>/${outside.name}` : ''
    return new ChallengeError(
      scopes,
      'insufficient_scope',
      `unauthorized to ${wanted.join(', ')}: ${who} lacks the right${hint}`,
    )
  }
}
