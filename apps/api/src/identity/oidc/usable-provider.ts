import { UserError } from '@berth/contracts'
import type { ServerMetadata } from 'openid-client'

const needed = ['authorization_endpoint', 'token_endpoint', 'jwks_uri'] as const

/**
 * Why no provider can be used that calls itself so; undefined where one can. Entra ID has addresses for all of its tenants ("common",
 * "organizations"), whose issuer is a pattern: whoever has an account in any tenant of the world would be let in.
 */
export const issuerFault = (issuer: string): string | undefined =>
  /[{}]/.test(issuer)
    ? `it calls itself ${issuer}, which is for everybody's tenants: give the address of your own tenant, with its id in the place of {tenantid}`
    : undefined

/** What signing in needs of a provider. @throws {UserError} OIDC_UNREACHABLE */
export function requireUsable(metadata: ServerMetadata): ServerMetadata {
  const lacking = needed.filter((name) => typeof metadata[name] !== 'string')
  const fault =
    issuerFault(metadata.issuer) ?? (lacking.length > 0 ? `its document lacks ${lacking.join(', ')}` : undefined)
  if (fault === undefined) return metadata
  throw new UserError('OIDC_UNREACHABLE', { detail: fault })
}
