import {
  type OidcProviderServer,
  type SlapdEntry,
  type SlapdServer,
  startOidcProvider,
  startSlapd,
} from '@berth/testkit'
import type { Credentials } from '../clients/docker.js'
import type { Scenario } from '../scenario.js'
import { machineAddress } from './machine-address.js'

const PEOPLE = 'ou=people,dc=example,dc=org'
const GROUPS = 'ou=groups,dc=example,dc=org'

/** A directory and an OpenID provider from which people come to the installation under test. */
export interface AccountSources extends AsyncDisposable {
  readonly directory: SlapdServer
  readonly provider: OidcProviderServer
  /** What the settings say of both. */
  readonly settings: Readonly<Record<string, string | boolean>>
}

/** Somebody in the directory. */
export const directoryPerson = ({ username, password }: Credentials): SlapdEntry => [
  `uid=${username},${PEOPLE}`,
  {
    objectClass: 'inetOrgPerson',
    uid: username,
    cn: username,
    sn: username,
    mail: `${username}@example.org`,
    userPassword: password,
  },
]

export const directoryGroup = (name: string, ...usernames: string[]): SlapdEntry => [
  groupDn(name),
  { objectClass: 'groupOfNames', member: usernames.map((username) => `uid=${username},${PEOPLE}`) },
]

export const groupDn = (name: string): string => `cn=${name},${GROUPS}`

/**
 * Starts both where containers reach them, too: at the address that the engine gives this machine.
 *
 * @param entries of the directory
 */
export async function startAccountSources(
  { baseUrl }: Scenario,
  entries: readonly SlapdEntry[],
): Promise<AccountSources> {
  const host = await machineAddress()
  const [directory, provider] = await Promise.all([
    startSlapd(entries, host),
    startOidcProvider({ applications: [baseUrl], host }),
  ])
  return {
    directory,
    provider,
    settings: {
      ldap_url: directory.secureUrl,
      ldap_ca_certificate: directory.authority,
      ldap_search_dn: directory.searcher.dn,
      ldap_search_password: directory.searcher.password,
      ldap_base_dn: PEOPLE,
      ldap_uid: 'uid',
      ldap_group_base_dn: GROUPS,
      oidc_name: 'Harbour ID',
      oidc_endpoint: provider.issuer,
      oidc_client_id: provider.client.id,
      oidc_client_secret: provider.client.secret,
      oidc_user_claim: 'preferred_username',
      oidc_groups_claim: 'groups',
      oidc_auto_onboard: true,
    },
    async [Symbol.asyncDispose]() {
      await directory[Symbol.asyncDispose]()
      await provider[Symbol.asyncDispose]()
    },
  }
}

/** Settings with which nobody comes from outside, as before. */
export const noAccountSources = {
  ldap_url: '',
  oidc_endpoint: '',
  oidc_client_id: '',
  oidc_user_claim: '',
  oidc_auto_onboard: false,
}
