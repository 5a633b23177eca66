import { Global, Module } from '@nestjs/common'
import { WhoAsks } from '../access/who-asks.js'
import { AccountFinder } from './account-finder.js'
import { SignInController } from './sign-in/sign-in.controller.js'
import { SignInService } from './sign-in/sign-in.service.js'
import { Authenticator } from './authenticator.js'
import { CliSecrets } from './credentials/cli-secrets.js'
import { CredentialLogin } from './credentials/credential-login.js'
import { Credentials } from './credentials/credentials.js'
import { LastUses } from './credentials/last-uses.js'
import { Csrf } from './csrf/csrf.service.js'
import { DefaultPassword } from './passwords/default-password.js'
import { FailedSignIns } from './failed-sign-ins.js'
import { Identities } from './identities/identities.js'
import { IssuerKeys } from './keyless/issuer-keys.js'
import { RobotTrust } from './keyless/robot-trust.js'
import { Guesses } from './limits/guesses.js'
import { LdapDirectory } from './ldap/ldap-directory.js'
import { LdapPeople } from './ldap/ldap-people.js'
import { LdapRefresh } from './ldap/ldap-refresh.js'
import { KnownNetworks } from './limits/known-networks.js'
import { Attempts } from './oidc/attempts.js'
import { Failures } from './oidc/failures.js'
import { IdTokens } from './oidc/id-tokens.js'
import { OidcAccounts } from './oidc/oidc-accounts.js'
import { OidcCookies } from './oidc/oidc-cookies.js'
import { OidcExchange } from './oidc/oidc-exchange.js'
import { OidcPingController } from './oidc/oidc-ping.controller.js'
import { OidcProvider } from './oidc/oidc-provider.js'
import { OidcSignIn } from './oidc/oidc-sign-in.service.js'
import { OidcController } from './oidc/oidc.controller.js'
import { Onboarding } from './oidc/onboarding.js'
import { ProviderSessions } from './oidc/provider-sessions.js'
import { PasswordLogin } from './passwords/password-login.js'
import { SecondFactors } from './second-factor/second-factors.js'
import { Sessions } from './sessions/sessions.js'
import { Throttle } from './limits/throttle.js'

/** Signing in, and who asks. */
@Global()
@Module({
  controllers: [SignInController, OidcController, OidcPingController],
  providers: [
    AccountFinder,
    Attempts,
    Failures,
    IdTokens,
    OidcAccounts,
    OidcCookies,
    OidcExchange,
    OidcProvider,
    OidcSignIn,
    Onboarding,
    ProviderSessions,
    SignInService,
    Authenticator,
    CliSecrets,
    CredentialLogin,
    Credentials,
    Csrf,
    DefaultPassword,
    FailedSignIns,
    Guesses,
    Identities,
    IssuerKeys,
    KnownNetworks,
    LastUses,
    LdapDirectory,
    LdapPeople,
    LdapRefresh,
    PasswordLogin,
    RobotTrust,
    SecondFactors,
    Sessions,
    Throttle,
    { provide: WhoAsks, useExisting: Authenticator },
  ],
  exports: [
    AccountFinder,
    CliSecrets,
    Credentials,
    Csrf,
    DefaultPassword,
    Guesses,
    Identities,
    LdapDirectory,
    LdapPeople,
    PasswordLogin,
    SecondFactors,
    Sessions,
    Throttle,
    WhoAsks,
  ],
})
export class IdentityModule {}
