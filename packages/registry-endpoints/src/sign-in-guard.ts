import { type Outbound, type OutboundRequest, type OutboundResponse, retryAfterOf } from '@berth/outbound'
import { SignInError } from '@berth/registry-client'

/** How long nobody signs in after the password was refused: a registry may shut out whoever goes on trying. */
export const REST_SECONDS = 60

const refused = new Set([401, 403, 429])

/** What signs in, by a password; a token that has ended is none that was refused. */
function signsIn({ headers = {} }: OutboundRequest): boolean {
  return String(headers['authorization'] ?? '').startsWith('Basic ')
}

/** Whether it is about a repository: 403 says then that this one is closed to the account, and whoever pulls may name any. */
function isOfRepository({ pathname, searchParams }: URL): boolean {
  return (
    /^\/v2\/.+\/(?:manifests|blobs|tags|referrers)\//.test(pathname) ||
    searchParams.getAll('scope').some((scope) => scope.startsWith('repository:'))
  )
}

/**
 * Requests to a registry that stop signing in for a while after a sign-in was refused, however many there are. Those without a password go
 * on.
 */
export class SignInGuard implements Pick<Outbound, 'request'> {
  #restsUntil: number

  /**
   * @param restsUntil milliseconds; what another process has found out
   * @param tell       that a sign-in was refused, and until when nobody tries again
   */
  constructor(
    private readonly outbound: Pick<Outbound, 'request'>,
    restsUntil: number,
    private readonly tell: (until: Date) => void,
  ) {
    this.#restsUntil = restsUntil
  }

  restUntil(time: Date): void {
    this.#restsUntil = Math.max(this.#restsUntil, time.getTime())
  }

  /** @throws {SignInError} UNAUTHORIZED while it rests */
  async request(address: string | URL, request: OutboundRequest = {}): Promise<OutboundResponse> {
    if (!signsIn(request)) return this.outbound.request(address, request)
    const left = Math.ceil((this.#restsUntil - Date.now()) / 1000)
    if (left > 0)
      throw new SignInError(
        401,
        'UNAUTHORIZED',
        `${new URL(address).host} has refused the sign-in; it is tried again in ${left} s, or with another secret`,
      )
    const response = await this.outbound.request(address, request)
    const isRefusal = refused.has(response.status) && !(response.status === 403 && isOfRepository(new URL(address)))
    if (isRefusal) {
      const asked = Math.min(retryAfterOf(response) ?? 0, 3600)
      this.#restsUntil = Date.now() + Math.max(REST_SECONDS, asked) * 1000
      this.tell(new Date(this.#restsUntil))
    }
    return response
  }
}
