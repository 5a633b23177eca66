import { OutboundError, type OutboundResponse, retryAfterOf } from '@berth/outbound'
import { z } from 'zod'

const passing = new Set([408, 425, 429, 500, 502, 503, 504])

const errorBody = z.object({ errors: z.array(z.object({ code: z.string(), message: z.string().optional() })).min(1) })

/** What a registry answers instead of what was asked for; or what it answers is not what it has to be. */
export class RegistryError extends Error {
  override name = 'RegistryError'

  constructor(
    /** Of HTTP; 200 where the answer itself is wrong. */
    readonly status: number,
    /** Of the Distribution API, where the registry gives one. */
    readonly code: string,
    message: string,
    /** Seconds after which the registry wants to be asked again. */
    readonly retryAfter?: number,
  ) {
    super(message)
  }

  /** Whether the password was refused, or is not tried again for now. */
  get isOfSignIn(): boolean {
    return false
  }

  static async of(response: OutboundResponse): Promise<RegistryError> {
    const { status, url } = response
    const text = String(await response.bytes(64 * 1024).catch(() => ''))
    const [error] = parse(text)
    const message = `${url.host} answered ${status}: ${error?.message ?? error?.code ?? (text.slice(0, 200) || 'nothing')}`
    return new RegistryError(status, error?.code ?? 'UNKNOWN', message, retryAfterOf(response))
  }

  /** Whether trying again may help. */
  get isTransient(): boolean {
    return passing.has(this.status)
  }
}

/** Whoever is set up is not let in. */
export class SignInError extends RegistryError {
  override get isOfSignIn(): boolean {
    return true
  }
}

function parse(text: string): z.output<typeof errorBody>['errors'] {
  try {
    return errorBody.parse(JSON.parse(text)).errors
  } catch {
    return []
  }
}

export function isTransient(error: unknown): boolean {
  return (error instanceof RegistryError || error instanceof OutboundError) && error.isTransient
}
