import type { Subject } from '@berth/rbac'
import type { FastifyRequest } from 'fastify'

/** Who makes a request, and how that is known. */
export interface Identity {
  readonly subject: Subject
  readonly via: 'anonymous' | 'header' | 'session'
  /** What names the session in the list of its user. */
  readonly session?: string
}

/** What the guard has to know of signing in. The identity module answers it. */
export abstract class WhoAsks {
  /**
   * @param anyone the route is open: then a session that cannot be looked up is as good as none, and so are wrong credentials
   * @throws {UserError} WRONG_CREDENTIALS when credentials are given and not right; CREDENTIAL_EXPIRED, ROBOT_DISABLED on open routes, too
   * @throws {TransientError} SESSIONS_UNAVAILABLE
   */
  abstract identify(request: FastifyRequest, anyone: boolean): Promise<Identity>

  /** For a request that changes something: does the client itself mean it? @throws {UserError} CSRF_REFUSED */
  abstract verifyIntent(request: FastifyRequest, via: Identity['via']): void

  /** Does the request come from a page of the portal? */
  abstract isFromPortal(request: FastifyRequest): boolean
}
