import { matchesPattern } from '@berth/contracts'
import { decodeJwt, type JWTPayload } from 'jose'

const LONGEST = 8192
/** Of the text of a claim that a pattern is held against. */
const LONGEST_CLAIM = 1024
/** Three parts of base64url, the first of which is a JSON object. */
const JWT = /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/

/** Whose tokens a robot takes. */
export interface Trust {
  readonly issuer: string
  readonly audience: string
  /** A pattern for each claim. */
  readonly claims: Readonly<Record<string, string>>
}

/** Has a password the form of a token? */
export const isIdToken = (password: string): boolean => password.length <= LONGEST && JWT.test(password)

/** Who a token says that it is from: nothing is verified yet. */
export function issuerOf(token: string): string | undefined {
  try {
    const { iss } = decodeJwt(token)
    return iss?.includes('\0') ? undefined : iss
  } catch {
    return undefined
  }
}

/** A claim as a pattern is held against it: of a list, any of its texts. */
function textsOf(claim: unknown): string[] {
  const values: readonly unknown[] = Array.isArray(claim) ? claim : [claim]
  return values
    .flatMap((value) => (['string', 'number', 'boolean'].includes(typeof value) ? [String(value)] : []))
    .filter(({ length }) => length <= LONGEST_CLAIM)
}

/** The entry is matched whole: who the token is for, and every claim, by this one entry. */
export function trusts({ issuer, audience, claims }: Trust, payload: JWTPayload): boolean {
  const patterns = Object.entries(claims)
  return (
    payload.iss === issuer &&
    textsOf(payload.aud).includes(audience) &&
    patterns.length > 0 &&
    patterns.every(
      ([name, pattern]) =>
        Object.hasOwn(payload, name) && textsOf(payload[name]).some((text) => matchesPattern(pattern, text)),
    )
  )
}
