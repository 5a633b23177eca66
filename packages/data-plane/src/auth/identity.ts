import type { RepositoryName } from '@berth/oci'

export type Action = 'pull' | 'push' | 'delete'

/** What a request needs a right to. */
export type Scope =
  | { readonly type: 'repository'; readonly name: RepositoryName; readonly actions: readonly Action[] }
  | { readonly type: 'catalog' }

/** Which user or robot it is, as Berth's own tokens tell. */
export interface Caller {
  readonly kind: 'user' | 'robot'
  readonly id: number
  /** Of the credentials that the token was given for: it changes with them. */
  readonly mark: string
}

/** Who sends a request, and what this caller may do. */
export interface Identity {
  /** The name of a user or robot; absent for an anonymous caller. */
  readonly subject: string | undefined
  /** Absent: nobody, or a user of whom no more than the name is known. */
  readonly caller?: Caller | undefined
  /** When the credentials end, in milliseconds since 1970. Absent where they do not. */
  readonly expires?: number
  may(scope: Scope): boolean
  /** Whether the credentials say anything of the repository, be it that nothing is allowed: asking again changes nothing then. */
  mentions(name: RepositoryName): boolean
  /** Whether the catalog may be asked for what the caller may pull, without the right to all of it. */
  readonly listsOwn?: boolean
  /** The credentials are a password: each guess at one is counted, so the proxy must not answer one by what it was told before. */
  readonly isGuessable?: boolean
  /** Repositories that the credentials name, whatever they say of them. */
  readonly named: readonly RepositoryName[]
}

/** Where a request comes from, as far as it is known. */
export interface Client {
  readonly address?: string | undefined
}

export type ChallengeReason = 'invalid_token' | 'insufficient_scope'

/** How requests prove who sends them. */
export interface Authenticator {
  /**
   * @returns undefined where the credentials are missing or no good: the client is to be challenged
   * @throws {DistributionError} UNAUTHORIZED where there is more to say of why they are no good
   */
  identify(authorization: string | undefined, client: Client): Promise<Identity | undefined>

  /**
   * Value of `WWW-Authenticate`.
   * @param origin scheme and host by which the client reached the registry, without a trailing slash
   * @param reason why what was shown does not do (RFC 6750, 3.1)
   */
  challenge(origin: string, scopes: readonly Scope[], reason?: ChallengeReason): string
}

/** As the token protocol writes it, for example `repository:dev/httpd:pull,push`. */
export function formatScope(scope: Scope): string {
  return scope.type === 'catalog' ? 'registry:catalog:*' : `repository:${scope.name}:${scope.actions.join(',')}`
}
