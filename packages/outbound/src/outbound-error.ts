/** Why there is no answer. The first three stay as they are, the others may pass by themselves. */
export type OutboundReason = 'address-refused' | 'redirect-refused' | 'too-large' | 'timeout' | 'unreachable'

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

/** What the HTTP client throws, as an {@link OutboundError}. The end that a caller's signal makes stays as it is. */
export function toOutboundError(error: unknown, url: URL): unknown {
  if (!(error instanceof Error) || error instanceof OutboundError || error.name === 'AbortError') return error
  // The guard's refusal, which the client may have wrapped.
  if (error.cause instanceof OutboundError) return error.cause
  const code = 'code' in error ? String(error.code) : ''
  const isLate = timeouts.has(code) || error.name === 'TimeoutError'
  const what = isLate ? 'did not answer in time' : `cannot be reached: ${error.message || code}`
  return new OutboundError(isLate ? 'timeout' : 'unreachable', `${url.host} ${what}`, { cause: error })
}
