import { z } from 'zod'
import { settingsTable } from '../../settings/table/settings-table.js'

const { ldap_timeout: timeout } = settingsTable

/** What is tried out instead of what is set; what is left out is as it is set. */
export const ldapConf = z
  .object({
    ldap_url: settingsTable.ldap_url.schema,
    ldap_search_dn: settingsTable.ldap_search_dn.schema,
    ldap_search_password: settingsTable.ldap_search_password.schema.describe(
      'Left out or empty: the one that is set, where address and encryption are as they are set, too.',
    ),
    ldap_base_dn: settingsTable.ldap_base_dn.schema,
    ldap_filter: settingsTable.ldap_filter.schema,
    ldap_uid: settingsTable.ldap_uid.schema,
    ldap_scope: settingsTable.ldap_scope.schema,
    ldap_connection_timeout: timeout.schema,
    ldap_verify_cert: settingsTable.ldap_verify_cert.schema,
    ldap_start_tls: settingsTable.ldap_start_tls.schema,
    ldap_ca_certificate: settingsTable.ldap_ca_certificate.schema,
  })
  .partial()
  .meta({ id: 'LdapConf' })
export type LdapConf = z.output<typeof ldapConf>

export const ldapPingResult = z
  .object({
    success: z.boolean(),
    message: z.string(),
    reason: z.string().optional().describe('What kind of failure it is, in one word that stays the same.'),
  })
  .meta({ id: 'LdapPingResult' })
export type LdapPingResult = z.output<typeof ldapPingResult>

export const ldapUser = z
  .object({ username: z.string(), realname: z.string().optional(), email: z.string().optional() })
  .meta({ id: 'LdapUser' })
export type LdapUser = z.output<typeof ldapUser>

/** People of one request: each is a question to the directory. */
const MOST_IMPORTED = 100
export const ldapImport = z
  .object({ ldap_uid_list: z.array(z.string().min(1).max(255)).min(1).max(MOST_IMPORTED) })
  .meta({ id: 'LdapImportUsers' })
export type LdapImport = z.output<typeof ldapImport>

export const ldapFailure = z.object({ uid: z.string(), error: z.string() }).meta({ id: 'LdapFailedImportUser' })
export type LdapFailure = z.output<typeof ldapFailure>

export const ldapUserQuery = z.object({
  username: z.string().max(255).default('').describe('Part of a user name.'),
})
export type LdapUserQuery = z.output<typeof ldapUserQuery>

export const ldapGroupQuery = z.object({
  groupname: z.string().max(255).default('').describe("Part of a group's name."),
  groupdn: z.string().max(1000).default('').describe('The DN of a group; then its name does not matter.'),
})
export type LdapGroupQuery = z.output<typeof ldapGroupQuery>
