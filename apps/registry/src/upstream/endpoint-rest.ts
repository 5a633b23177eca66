import { RegistryError } from '@berth/registry-client'
import { UpstreamError } from './upstream-error.js'

/** Milliseconds: after the first fault, at most after many, and after a refusal for the number of requests. */
const [FIRST, LONGEST, LIMITED] = [1_000, 60_000, 60_000]

interface Rest {
  readonly until: number
  readonly faults: number
  readonly error: UpstreamError
}

/** Leaves a registry alone that does not answer, or wants to be: whoever asks meanwhile is told so at once. */
export class EndpointRest {
  readonly #rests = new Map<number, Rest>()

  /** @throws {UpstreamError} while the endpoint is left alone */
  require(id: number): void {
    const rest = this.#rests.get(id)
    if (rest && rest.until > performance.now()) throw rest.error
  }

  answered(id: number): void {
    this.#rests.delete(id)
  }

  failed(id: number, error: UpstreamError): void {
    const faults = (this.#rests.get(id)?.faults ?? 0) + 1
    const asked = error.cause instanceof RegistryError ? (error.cause.retryAfter ?? 0) * 1000 : 0
    const least = error.reason === 'too many' ? LIMITED : Math.min(LONGEST, FIRST * 2 ** (faults - 1))
    // What the other side asks for is not believed without end.
    const wait = asked > 0 ? Math.min(asked, 15 * LONGEST) : least
    this.#rests.set(id, { until: performance.now() + wait, faults, error })
  }
}
