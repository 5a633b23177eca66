/** Why there is no answer. The last two may pass by themselves, the others stay as they are. */
export type OutboundReason =
  | 'address-refused'
  | 'redirect-refused'
  | 'request-refused'
  | 'too-large'
  | 'timeout'
  | 'unreachable'

const transient: ReadonlySet<OutboundReason> = new Set(['timeout', 'unreachable'])

/** A request that got no answer, or none that may be used. */
export class OutboundError extends Error {
  override name = 'OutboundError'

  constructor(
    readonly reason: OutboundReason,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }

  /** Whether trying again may help. */
  get isTransient(): boolean {
    return transient.has(this.reason)
  }
}

const timeouts = new Set(['UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'ETIMEDOUT'])

/** The request is none that can be sent, as with a header's name that is no name. */
const unsendable = new Set(['UND_ERR_INVALID_ARG', 'UND_ERR_NOT_SUPPORTED', 'UND_ERR_REQ_CONTENT_LENGTH_MISMATCH'])

/** What the HTTP client throws, as an {@link OutboundError}. The end that a caller's signal makes stays as it is. */
export function toOutboundError(error: unknown, url: URL): unknown {
  if (!(error instanceof Error) || error instanceof OutboundError || error.name === 'AbortError') return error
  // The guard's refusal, which the client may have wrapped.
  if (error.cause instanceof OutboundError) return error.cause
  const code = 'code' in error ? String(error.code) : ''
  if (unsendable.has(code) || error instanceof TypeError)
    return new OutboundError('request-refused', `nothing can be sent to ${url.host}: ${error.message}`, {
      cause: error,
    })
  const isLate = timeouts.has(code) || error.name === 'TimeoutError'
  const what = isLate ? 'did not answer in time' : `cannot be reached: ${error.message || code}`
  return new OutboundError(isLate ? 'timeout' : 'unreachable', `${url.host} ${what}`, { cause: error })
}
