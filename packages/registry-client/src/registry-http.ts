import type { Readable } from 'node:stream'
import type { Outbound, OutboundRequest, OutboundResponse } from '@berth/outbound'
import { Authorizer } from './authorizer.js'
import type { CredentialSource } from './credentials.js'
import { RegistryError } from './registry-error.js'
import { retry } from './retry.js'

export interface RegistryRequest {
  readonly method?: NonNullable<OutboundRequest['method']>
  /** What a token has to grant, as the token protocol writes it. Empty for none. */
  readonly scope: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer | Readable
  /** Statuses that are answers. Any other one is an error. */
  readonly expect: readonly number[]
}

/** Requests to one registry: proves who asks, tells errors from answers, and tries again. */
export class RegistryHttp {
  readonly #base: URL
  readonly #outbound: Pick<Outbound, 'request'>
  readonly #authorizer: Authorizer

  private constructor(
    base: URL,
    outbound: Pick<Outbound, 'request'>,
    authorizer: Authorizer,
    readonly signal: AbortSignal | undefined,
    private readonly attempts?: number,
  ) {
    this.#base = base
    this.#outbound = outbound
    this.#authorizer = authorizer
  }

  static to(url: string, outbound: Pick<Outbound, 'request'>, credentials: CredentialSource): RegistryHttp {
    const base = URL.parse(url)
    // The error of `new URL` carries the text, which may hold a password.
    if (!base) throw new RangeError('the address of the registry is none')
    return new RegistryHttp(base, outbound, new Authorizer(base, outbound, credentials), undefined)
  }

  /** The same registry with what is known of it, for work that the signal ends. */
  within(signal: AbortSignal | undefined, attempts?: number): RegistryHttp {
    return new RegistryHttp(this.#base, this.#outbound, this.#authorizer, signal, attempts)
  }

  /** @param path below `/v2/`, or an address that the registry has given */
  request(path: string | URL, request: RegistryRequest): Promise<OutboundResponse> {
    return retry(this.signal, () => this.once(path, request), this.attempts)
  }

  /** As {@link request}, for what cannot be sent again. @throws {RegistryError} @throws {OutboundError} */
  async once(path: string | URL, request: RegistryRequest): Promise<OutboundResponse> {
    const url = typeof path === 'string' ? new URL(`/v2/${path}`, this.#base) : path
    const { scope, expect, body } = request
    let response = await this.#send(url, request)
    // Another server's challenge, be it of an upload or behind a redirect, would lead the credentials to wherever it says.
    if (response.status === 401 && response.url.origin === this.#base.origin) {
      this.#authorizer.forget(scope)
      const challenge = response.header('www-authenticate')
      // A stream has been read: its sender begins anew.
      const isGone = typeof body === 'object' && !Buffer.isBuffer(body)
      if (!isGone && (await this.#authorizer.answer(scope, challenge, this.signal))) {
        response.drop()
        response = await this.#send(url, request)
      }
    }
    if (!expect.includes(response.status)) throw await RegistryError.of(response)
    return response
  }

  #send(url: URL, { method = 'GET', scope, headers, body }: RegistryRequest): Promise<OutboundResponse> {
    // What the registry lets another server keep is not to see who asks here.
    const authorization = url.origin === this.#base.origin ? this.#authorizer.header(scope) : undefined
    return this.#outbound.request(url, {
      method,
      headers: { ...headers, ...(authorization !== undefined && { authorization }) },
      ...(body !== undefined && { body }),
      ...(this.signal && { signal: this.signal }),
    })
  }
}
