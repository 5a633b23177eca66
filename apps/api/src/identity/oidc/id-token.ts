import type { JWTHeaderParameters, JWTPayload } from 'jose'

/**
 * Whether a token whose signature, issuer, audience and times are right is an ID token that was made for this application. A provider signs
 * other tokens with the same keys: access tokens (RFC 9068), logout tokens, and tokens that another application got with ours in the
 * audience.
 */
export function isIdTokenFor(
  clientId: string,
  { typ }: Pick<JWTHeaderParameters, 'typ'>,
  { aud, azp, typ: kind, events }: JWTPayload,
): boolean {
  if (typ !== undefined && !/^(application\/)?jwt$/i.test(typ)) return false
  // Keycloak writes what a token is into its claims: ID, Bearer, Refresh, Logout.
  if (kind !== undefined && kind !== 'ID') return false
  // Only logout tokens and security events have this claim (OpenID Connect Back-Channel Logout 1.0 section 2.4).
  if (events !== undefined) return false
  // OpenID Connect Core 1.0 section 3.1.3.7, steps 4 and 5.
  return azp === undefined ? !Array.isArray(aud) || aud.length === 1 : azp === clientId
}
