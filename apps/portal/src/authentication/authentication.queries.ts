import type { components } from '@berth/api-client'
import { useMutation } from '@tanstack/react-query'
import { api, body } from '../api/client'
import type { Values } from '../system-settings/settings-form'

export type PingResult = components['schemas']['LdapPingResult']

/** Names of what can be tried out, and of the settings with the same meaning. */
const tried = [
  'ldap_url',
  'ldap_search_dn',
  'ldap_search_password',
  'ldap_base_dn',
  'ldap_filter',
  'ldap_uid',
  'ldap_scope',
  'ldap_verify_cert',
  'ldap_start_tls',
  'ldap_ca_certificate',
] as const

export function usePingDirectory() {
  return useMutation({
    mutationFn: (values: Values) => {
      const given = tried.map((key) => [key, values[key]]).filter(([, value]) => value !== null && value !== undefined)
      return body(
        api.POST('/ldap/ping', {
          body: { ...Object.fromEntries(given), ldap_connection_timeout: Number(values['ldap_timeout'] ?? 5) },
        }),
      )
    },
  })
}

export function usePingProvider() {
  return useMutation({
    mutationFn: (values: Values) =>
      api.POST('/system/oidc/ping', {
        body: {
          url: String(values['oidc_endpoint']),
          verify_cert: values['oidc_verify_cert'] !== false,
          ...(values['oidc_ca_certificate'] ? { ca_certificate: String(values['oidc_ca_certificate']) } : {}),
        },
      }),
  })
}
