import type { Readable } from 'node:stream'
import { createSecureContext, getCACertificates } from 'node:tls'
import { Agent, request as send } from 'undici'
import { AddressGuard } from './address-guard.js'
import { guardedConnector } from './guarded-connector.js'
import { OutboundError, toOutboundError } from './outbound-error.js'
import { OutboundResponse } from './outbound-response.js'

type Headers = Readonly<Record<string, string | string[]>>

export interface OutboundRequest {
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly headers?: Headers
  readonly body?: string | Buffer | Readable
  /** Ends the request, its body included. */
  readonly signal?: AbortSignal
}

export interface OutboundOptions {
  /** Host names, addresses and networks that are let pass. */
  readonly allow?: readonly string[]
  /** What would have let an address pass, as the end of a refusal: "… unless it is allowed". */
  readonly allowed?: string | undefined
  /** Milliseconds to connect. */
  readonly connectTimeout?: number
  /** Milliseconds to the headers of the answer, and between two pieces of its body. */
  readonly idleTimeout?: number
  readonly maxRedirects?: number
  /** False: takes whatever certificate a server shows. */
  readonly verifyCertificates?: boolean
  /** Certificates in PEM that are trusted beside those which the system trusts. */
  readonly authority?: string
}

const redirects = new Set([301, 302, 303, 307, 308])
const credentials = new Set(['authorization', 'cookie', 'proxy-authorization'])

/** Sends requests out. Keeps connections open until it is disposed of. */
export class Outbound implements AsyncDisposable {
  readonly #agent: Agent
  readonly #maxRedirects: number

  constructor({
    allow = [],
    connectTimeout = 10_000,
    idleTimeout = 60_000,
    maxRedirects = 5,
    verifyCertificates = true,
    authority = '',
    allowed,
  }: OutboundOptions = {}) {
    this.#maxRedirects = maxRedirects
    const connect = {
      timeout: connectTimeout,
      rejectUnauthorized: verifyCertificates,
      ...(authority !== '' && {
        secureContext: createSecureContext({ ca: [...getCACertificates('default'), authority] }),
      }),
    }
    this.#agent = new Agent({
      connect: guardedConnector(new AddressGuard(allow, allowed), connect),
      headersTimeout: idleTimeout,
      bodyTimeout: idleTimeout,
    })
  }

  /**
   * The answer to a request, whatever its status. Redirects are followed for what only reads; for anything else they are the answer,
   * since its body may be gone.
   *
   * @throws {OutboundError} where there is none
   */
  async request(address: string | URL, request: OutboundRequest = {}): Promise<OutboundResponse> {
    let url = parse(address)
    let { headers = {} } = request
    for (let left = this.#maxRedirects; ; left -= 1) {
      const response = await this.#send(url, { ...request, headers })
      const next = redirectOf(response, request)
      if (next === undefined) return response
      response.drop()
      if (left === 0) throw new OutboundError('redirect-refused', `${url.host} redirects too often`)
      if (url.protocol === 'https:' && next.protocol !== 'https:')
        throw new OutboundError(
          'redirect-refused',
          `${url.host} redirects from HTTPS to ${next.protocol}//${next.host}`,
        )
      if (next.origin !== url.origin) headers = withoutCredentials(headers)
      url = next
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#agent.destroy()
  }

  async #send(url: URL, { method = 'GET', headers = {}, body, signal }: OutboundRequest): Promise<OutboundResponse> {
    try {
      const options = { dispatcher: this.#agent, method, headers, body: body ?? null, signal: signal ?? null }
      const answer = await send(url, options)
      return new OutboundResponse(answer.statusCode, url, answer.headers, answer.body)
    } catch (error) {
      throw toOutboundError(error, url)
    }
  }
}

/**
 * Without a name and password in it: they are sent in a header, and shown to nobody.
 * @throws {OutboundError} for what is not HTTP
 */
function parse(address: string | URL, base?: URL): URL {
  const url = URL.parse(String(address), base?.href)
  if (!url || !/^https?:$/.test(url.protocol)) {
    // What stands before the last @ may be a password, wherever the parts of such an address would begin.
    const shown = String(address).replace(/^.*@/s, '')
    throw new OutboundError('address-refused', `${shown} is no address of HTTP`)
  }
  url.username = ''
  url.password = ''
  return url
}

function redirectOf(response: OutboundResponse, { method = 'GET' }: OutboundRequest): URL | undefined {
  const location = response.header('location')
  if (!redirects.has(response.status) || location === undefined || (method !== 'GET' && method !== 'HEAD'))
    return undefined
  return parse(location, response.url)
}

function withoutCredentials(headers: Headers): Headers {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !credentials.has(name.toLowerCase())))
}
