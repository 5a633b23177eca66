import type { Settings } from './table/settings-table.js'
import { readExtraParameters } from './table/oidc-values.js'

/** What the settings say of the provider and of who comes from it. */
export interface OidcOptions {
  readonly name: string
  readonly endpoint: string
  readonly clientId: string
  readonly clientSecret: string
  readonly verifyCertificate: boolean
  /** In PEM; trusted beside what the system trusts. Empty: none. */
  readonly authority: string
  /** With blanks between them; `openid` among them. */
  readonly scope: string
  readonly extraParameters: Readonly<Record<string, string>>
  /** Empty: Harbor's, `name`. */
  readonly userClaim: string
  /** Empty: nobody's groups come from the provider. */
  readonly groupsClaim: string
  readonly groupFilter: string
  readonly autoOnboard: boolean
  /** Signing out ends the provider's session, too. */
  readonly endsProviderSession: boolean
}

const DEFAULT_SCOPE = 'profile email'

/** @returns undefined where no provider is set up */
export function oidcOptions(settings: Settings): OidcOptions | undefined {
  const { oidc_endpoint: endpoint, oidc_client_id: clientId } = settings
  if (endpoint === '' || clientId === '') return undefined
  const scopes = settings.oidc_scope.split(/[\s,]+/).filter(Boolean)
  return {
    name: settings.oidc_name,
    endpoint,
    clientId,
    clientSecret: settings.oidc_client_secret,
    verifyCertificate: settings.oidc_verify_cert,
    authority: settings.oidc_ca_certificate,
    scope: [...new Set(['openid', ...(scopes.length > 0 ? scopes : DEFAULT_SCOPE.split(' '))])].join(' '),
    extraParameters: readExtraParameters(settings.oidc_extra_redirect_parms) ?? {},
    userClaim: settings.oidc_user_claim,
    groupsClaim: settings.oidc_groups_claim,
    groupFilter: settings.oidc_group_filter,
    autoOnboard: settings.oidc_auto_onboard,
    endsProviderSession: settings.oidc_logout,
  }
}

/** What the button that leads to the provider says; empty where no provider is set up. */
export function providerName(settings: Settings): string {
  const options = oidcOptions(settings)
  return options ? options.name || 'OpenID' : ''
}
