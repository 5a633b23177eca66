import { BerthError, UserError } from '@berth/contracts'
import { OutboundError } from '@berth/outbound'
import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client'
import { z } from 'zod'
import { CLOCK_TOLERANCE_SECONDS } from './clock-tolerance.js'
import { issuerFault } from './usable-provider.js'

const LONGEST = 300
const shown = (text: string) => text.replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ').slice(0, LONGEST)

/** What the token says is not what was asked for. */
const untrusted = new Set(['OAUTH_JWT_CLAIM_COMPARISON_FAILED', 'OAUTH_KEY_SELECTION_FAILED', 'OAUTH_INVALID_RESPONSE'])

function outboundErrorIn(error: unknown, depth = 0): OutboundError | undefined {
  if (error instanceof OutboundError) return error
  return error instanceof Error && depth < 3 ? outboundErrorIn(error.cause, depth + 1) : undefined
}

/** What went wrong between Berth and the provider, in words for whoever wanted to sign in. What is ours to mend stays as it is. */
export function oidcFailure(error: unknown): unknown {
  if (error instanceof BerthError) return error
  const outbound = outboundErrorIn(error)
  if (outbound) return new UserError('OIDC_UNREACHABLE', { detail: shown(outbound.message) }, { cause: error })
  if (error instanceof AuthorizationResponseError) {
    const detail = shown([error.error, error.error_description].filter(Boolean).join(': '))
    return new UserError('OIDC_REFUSED', { detail }, { cause: error })
  }
  if (error instanceof ResponseBodyError) {
    const detail = shown([error.error, error.error_description].filter(Boolean).join(': '))
    return new UserError('OIDC_UNREACHABLE', { detail }, { cause: error })
  }
  if (!(error instanceof ClientError)) return error
  if (error.code === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED') {
    return new UserError('OIDC_CLOCK', { minutes: CLOCK_TOLERANCE_SECONDS / 60 }, { cause: error })
  }
  const issuer = issuerIn(error.cause)
  if (issuer !== undefined) {
    const detail = issuerFault(issuer) ?? `it calls itself ${issuer}, and that has to be its address in the settings`
    return new UserError('OIDC_UNREACHABLE', { detail: shown(detail) }, { cause: error })
  }
  const cause = error.cause instanceof Error ? error.cause.message : ''
  const detail = shown([error.message, cause].filter(Boolean).join(': '))
  const reason = untrusted.has(error.code ?? '') ? 'OIDC_TOKEN_REFUSED' : 'OIDC_UNREACHABLE'
  return new UserError(reason, { detail }, { cause: error })
}

/** How a provider calls itself whose document was found at another address. */
function issuerIn(cause: unknown): string | undefined {
  const found = z.object({ attribute: z.literal('issuer'), body: z.object({ issuer: z.string() }) }).safeParse(cause)
  return found.data?.body.issuer
}
