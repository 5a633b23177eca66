import type { DirectorySettings } from '@berth/directory'
import type { Settings } from './table/settings-table.js'

/** As the settings count them. */
const SCOPES = ['base', 'one', 'sub'] as const
const scopeOf = (number: number) => SCOPES[number] ?? 'sub'

/** @returns undefined where no directory is set up */
export function directoryOptions(settings: Settings): DirectorySettings | undefined {
  if (settings.ldap_url === '') return undefined
  return {
    url: settings.ldap_url,
    startTls: settings.ldap_start_tls,
    verifyCertificate: settings.ldap_verify_cert,
    authority: settings.ldap_ca_certificate,
    timeoutMilliseconds: settings.ldap_timeout * 1000,
    searchDn: settings.ldap_search_dn,
    searchPassword: settings.ldap_search_password,
    people: {
      base: settings.ldap_base_dn,
      scope: scopeOf(settings.ldap_scope),
      filter: settings.ldap_filter,
      name: settings.ldap_uid,
      memberOf: settings.ldap_group_membership_attribute,
    },
    groups: {
      base: settings.ldap_group_base_dn || settings.ldap_base_dn,
      scope: scopeOf(settings.ldap_group_search_scope),
      filter: settings.ldap_group_search_filter,
      name: settings.ldap_group_attribute_name || 'cn',
      inParallel: settings.ldap_group_attach_parallel,
    },
  }
}
