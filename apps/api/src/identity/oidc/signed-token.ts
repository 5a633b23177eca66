import { createRemoteJWKSet, customFetch, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose'
import type { CustomFetch } from 'openid-client'
import { CLOCK_TOLERANCE_SECONDS } from './clock-tolerance.js'

/** Signed with a key that its issuer alone has: a secret that both sides have proves nothing here. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519']
const TIMEOUT_MS = 5000

/** What jose calls it when no keys come. */
const unanswered = new Set(['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID'])

/** Is the token at fault, and not whoever was asked for its key? */
export const isOfToken = (error: unknown): boolean => error instanceof errors.JOSEError && !unanswered.has(error.code)

/** What an ID token says, where it is signed by its issuer, and is of now. @throws what {@link isOfToken} tells apart */
export async function readSigned(
  token: string,
  keys: JWTVerifyGetKey,
  expected: { readonly issuer: string; readonly audience?: string },
): Promise<JWTPayload> {
  const { payload } = await jwtVerify(token, keys, {
    ...expected,
    algorithms: ALGORITHMS,
    clockTolerance: CLOCK_TOLERANCE_SECONDS,
    requiredClaims: ['sub', 'exp', 'iat'],
  })
  return payload
}

/** The keys at an address. They are asked for again after ten minutes, and where one is not among them, at most every half a minute. */
export const keysAt = (address: URL, fetch: CustomFetch) =>
  createRemoteJWKSet(address, {
    timeoutDuration: TIMEOUT_MS,
    [customFetch]: (url, { headers, method, signal }) =>
      fetch(url, { headers: Object.fromEntries(headers), method, signal, body: undefined, redirect: 'manual' }),
  })
