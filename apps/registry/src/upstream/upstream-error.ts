import { DistributionError } from '@berth/oci'
import { OutboundError } from '@berth/outbound'
import { RegistryError } from '@berth/registry-client'

/** The registry elsewhere gives no answer of use, or must not be asked now. */
export class UpstreamError extends Error {
  override name = 'UpstreamError'

  constructor(
    message: string,
    readonly reason: 'unavailable' | 'too many' = 'unavailable',
    options?: ErrorOptions,
  ) {
    super(message, options)
  }

  /** As a client of this registry is told. */
  toClient(): DistributionError {
    const code = this.reason === 'too many' ? 'TOOMANYREQUESTS' : 'UNAVAILABLE'
    return new DistributionError(code, this.message, { cause: this })
  }
}

/**
 * What a request to a registry has met: undefined where it says that there is no such thing, which many say by not letting in.
 * @throws whatever is no fault of the other side
 */
export function readFailure(error: unknown, host: string): UpstreamError | undefined {
  if (error instanceof UpstreamError) return error
  if (error instanceof OutboundError) return new UpstreamError(error.message, 'unavailable', { cause: error })
  if (!(error instanceof RegistryError)) throw error
  if (error.status === 429)
    return new UpstreamError(`${host} takes no more requests for now`, 'too many', { cause: error })
  const isAbsent = error.status === 404 || (!error.isOfSignIn && (error.status === 401 || error.status === 403))
  return isAbsent ? undefined : new UpstreamError(error.message, 'unavailable', { cause: error })
}
