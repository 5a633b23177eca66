import { auditTypes, isProjectName, parseSyslogEndpoint, readNames } from '@berth/contracts'
import { z } from 'zod'
import { certificates } from './certificate-values.js'
import { attribute, directoryFilter, directoryUrl, distinguishedName } from './directory-values.js'
import { extraParameters, httpAddress, regularExpression } from './oidc-values.js'
import { flag, number, setting, type SettingGroup, type SettingRow, text } from './setting-row.js'

const MINUTES_A_DAY = 24 * 60
const ldapScope = number(0, 2)
const isForwardEndpoint = (endpoint: string) => endpoint === '' || parseSyslogEndpoint(endpoint) !== undefined
const areMirrors = (names: string) => readNames(names).length <= 20 && readNames(names).every(isProjectName)
const areAuditTypes = (names: string) => readNames(names).every((name) => auditTypes.includes(name))

const groups = {
  access: {
    auth_mode: setting(z.enum(['db_auth', 'ldap_auth', 'oidc_auth']), 'db_auth', {
      description:
        'The source of accounts that clients of Harbor are told. Every source that is set up signs people in, whichever stands here.',
      works: true,
    }),
    primary_auth_mode: setting(flag, false, {
      description: 'Whether the sign-in page leads to the OIDC provider at once, where there is one.',
      works: true,
    }),
    self_registration: setting(flag, true, {
      description: 'Whether visitors of the portal may make an account for themselves.',
      seed: 'BERTH_SELF_REGISTRATION',
      works: true,
    }),
    session_timeout: setting(number(1, 7 * MINUTES_A_DAY), 60, {
      description: 'Minutes without a request after which a session ends.',
      works: true,
    }),
    token_expiration: setting(number(1, MINUTES_A_DAY), 30, {
      description: 'Minutes that a token of the registry lives.',
      seed: 'BERTH_TOKEN_EXPIRATION',
      works: true,
    }),
    access_token_max_duration: setting(number(-1, 36_500), 365, {
      description: 'Days that a new access token of a user lives at most; -1: for ever; 0: none can be made.',
      works: true,
    }),
  },
  system: {
    read_only: setting(flag, false, {
      description: 'While it is on, nothing can be pushed, changed or deleted.',
      works: true,
    }),
    banner_message: setting(text(4096), '', {
      description: 'A message on top of every page of the portal.',
      works: true,
    }),
    notification_enable: setting(flag, true, {
      description: 'Whether webhooks of projects are told of anything.',
      works: true,
    }),
    scanner_skip_update_pulltime: setting(flag, false, {
      description: "Whether a scanner's pull leaves the time of the last pull as it is.",
    }),
  },
  projects: {
    project_creation_restriction: setting(z.enum(['everyone', 'adminonly']), 'everyone', {
      description: 'Who may create projects.',
      seed: 'BERTH_PROJECT_CREATION_RESTRICTION',
      works: true,
    }),
    storage_per_project: setting(number(-1, Number.MAX_SAFE_INTEGER), -1, {
      description: 'Bytes a new project may hold; -1: no limit.',
      works: true,
    }),
    mirror_projects: setting(text(2048).refine(areMirrors, 'lists names of projects, 20 at most'), '', {
      description:
        'Proxy caches, separated by commas, that answer at the root for the registries that they have their content from: for a mirror of dockerd and for containerd.',
      works: true,
    }),
    quota_per_project_enable: setting(flag, true, {
      description: 'Whether projects have a storage limit.',
    }),
  },
  robots: {
    robot_name_prefix: setting(text(64).regex(/^[!-9;-~]+$/), 'robot$', {
      description: 'What robots sign in with before their name: printable ASCII without blanks and colons.',
      works: true,
    }),
    robot_token_duration: setting(
      number(-1, 36_500).refine((days) => days !== 0, 'is -1 or more than 0'),
      30,
      {
        description: 'Days that a new robot lives; -1: for ever.',
        works: true,
      },
    ),
  },
  audit: {
    audit_log_forward_endpoint: setting(
      text().refine(isForwardEndpoint, 'is host:port, with tcp://, udp:// or tls:// before it'),
      '',
      {
        description:
          'The syslog server that gets each entry of the audit log, too: host:port, with tcp://, udp:// or tls:// before it; tcp where nothing is said.',
        works: true,
      },
    ),
    skip_audit_log_database: setting(flag, false, {
      description:
        'Whether the audit log is only forwarded, not kept. It needs audit_log_forward_endpoint; what cannot be forwarded in the end is kept.',
      works: true,
    }),
    disabled_audit_log_event_types: setting(
      text(4096).refine(areAuditTypes, 'names a kind of entry that there is not'),
      'pull_artifact',
      {
        description: `Kinds of entries, with commas between them, that the audit log leaves out. There are ${auditTypes.join(', ')}.`,
        works: true,
      },
    ),
  },
  ldap: {
    ldap_url: setting(directoryUrl, '', {
      description:
        'Address of the LDAP server, as ldaps://host:636. Signing in by it is on where it is set, beside the accounts of Berth itself.',
      works: true,
    }),
    ldap_start_tls: setting(flag, false, {
      description: 'Whether a connection of ldap:// is encrypted by StartTLS before anything is said on it.',
      works: true,
    }),
    ldap_verify_cert: setting(flag, true, {
      description: "Whether the LDAP server's certificate is verified.",
      works: true,
    }),
    ldap_ca_certificate: setting(certificates, '', {
      description: 'Certificate (PEM) that the LDAP server is verified with, beside those that the system trusts.',
      works: true,
    }),
    ldap_timeout: setting(number(1, 300), 5, {
      description: 'Seconds that a sign-in waits for the LDAP server, for all that it asks.',
      works: true,
    }),
    ldap_search_dn: setting(text(), '', {
      description: 'DN of the account that searches the directory; empty: nobody.',
      works: true,
    }),
    ldap_search_password: setting(text(), '', {
      description: 'Password of the account that searches the directory.',
      secret: true,
      works: true,
    }),
    ldap_base_dn: setting(distinguishedName, '', { description: 'DN below which users are found.', works: true }),
    ldap_filter: setting(directoryFilter, '', { description: 'Filter that users must match, too.', works: true }),
    ldap_uid: setting(attribute, 'cn', { description: 'Attribute that holds the user name.', works: true }),
    ldap_scope: setting(ldapScope, 2, {
      description: 'How deep users are searched: 0 the base, 1 one level, 2 the whole tree.',
      works: true,
    }),
    ldap_group_base_dn: setting(distinguishedName, '', {
      description: 'DN below which groups are found. Empty: the one of users.',
      works: true,
    }),
    ldap_group_search_filter: setting(directoryFilter, '', {
      description: 'Filter that groups must match.',
      works: true,
    }),
    ldap_group_search_scope: setting(ldapScope, 2, {
      description: 'How deep groups are searched: 0 the base, 1 one level, 2 the whole tree.',
      works: true,
    }),
    ldap_group_attribute_name: setting(attribute.or(z.literal('')), '', {
      description: 'Attribute that holds the name of a group. Empty: cn.',
      works: true,
    }),
    ldap_group_membership_attribute: setting(attribute.or(z.literal('')), 'memberof', {
      description: "Attribute of a user that names the user's groups. Empty: groups name their members.",
      works: true,
    }),
    ldap_group_admin_dn: setting(distinguishedName, '', {
      description: 'DN of the group whose members are administrators.',
      works: true,
    }),
    ldap_group_attach_parallel: setting(flag, false, {
      description: "Whether a user's groups are asked for several at a time.",
      works: true,
    }),
  },
  oidc: {
    oidc_name: setting(text(255), '', {
      description: 'Name of the OIDC provider, as the sign-in page shows it.',
      works: true,
    }),
    oidc_endpoint: setting(httpAddress, '', {
      description:
        'Address of the OIDC provider: its issuer. Signing in by it is on where it and the client id are set.',
      works: true,
    }),
    oidc_client_id: setting(text(), '', { description: "Berth's client id at the OIDC provider.", works: true }),
    oidc_client_secret: setting(text(), '', {
      description: "Berth's client secret at the OIDC provider.",
      secret: true,
      works: true,
    }),
    oidc_scope: setting(text(), '', {
      description: 'Scopes to ask for, with commas between them; openid is always one. Empty: openid,profile,email.',
      works: true,
    }),
    oidc_verify_cert: setting(flag, true, {
      description: "Whether the OIDC provider's certificate is verified.",
      works: true,
    }),
    oidc_ca_certificate: setting(certificates, '', {
      description: 'Certificate (PEM) that the OIDC provider is verified with, beside those that the system trusts.',
      works: true,
    }),
    oidc_user_claim: setting(text(255), '', {
      description: 'Claim that holds the user name of a new account. Empty: name.',
      works: true,
    }),
    oidc_auto_onboard: setting(flag, false, {
      description: 'Whether an account is made at the first sign-in, without asking for a name.',
      works: true,
    }),
    oidc_groups_claim: setting(text(255), '', { description: 'Claim that holds the names of groups.', works: true }),
    oidc_admin_group: setting(text(255), '', { description: 'Group whose members are administrators.', works: true }),
    oidc_group_filter: setting(regularExpression, '', {
      description: 'Regular expression that the names of groups must match.',
      works: true,
    }),
    oidc_extra_redirect_parms: setting(extraParameters, '', {
      description: 'Further parameters of the redirect to the OIDC provider, a JSON object of strings.',
      works: true,
    }),
    oidc_logout: setting(flag, false, {
      description: "Whether signing out ends the OIDC provider's session, too.",
      works: true,
    }),
  },
  uaa: {
    uaa_endpoint: setting(text(), '', { description: 'Address of the UAA.' }),
    uaa_client_id: setting(text(), '', { description: "Berth's client id at the UAA." }),
    uaa_client_secret: setting(text(), '', { description: "Berth's client secret at the UAA.", secret: true }),
    uaa_verify_cert: setting(flag, true, { description: "Whether the UAA's certificate is verified." }),
  },
  'http-auth-proxy': {
    http_authproxy_endpoint: setting(text(), '', { description: 'Address that checks a user name and password.' }),
    http_authproxy_tokenreview_endpoint: setting(text(), '', { description: 'Address that checks a token.' }),
    http_authproxy_admin_groups: setting(text(), '', {
      description: 'Groups, with commas between them, whose members are administrators.',
    }),
    http_authproxy_admin_usernames: setting(text(), '', {
      description: 'Users, with commas between them, who are administrators.',
    }),
    http_authproxy_verify_cert: setting(flag, true, {
      description: "Whether the authentication proxy's certificate is verified.",
    }),
    http_authproxy_skip_search: setting(flag, false, {
      description: 'Whether users who have never signed in can be made members.',
    }),
    http_authproxy_server_certificate: setting(text(65_536), '', {
      description: 'Certificate (PEM) that the authentication proxy is verified with.',
    }),
  },
} satisfies Record<SettingGroup, Record<string, SettingRow>>

/** Every setting, by its key in Harbor's API. Reading, changing, seeding, the documents and the schemas come from these rows. */
export const settingsTable = {
  ...groups.access,
  ...groups.system,
  ...groups.projects,
  ...groups.robots,
  ...groups.audit,
  ...groups.ldap,
  ...groups.oidc,
  ...groups.uaa,
  ...groups['http-auth-proxy'],
}

/** The same rows, in the order in which a page shows them. */
export const settingGroups: ReadonlyMap<string, Readonly<Record<string, SettingRow>>> = new Map(Object.entries(groups))

export type SettingKey = keyof typeof settingsTable
export type Settings = { readonly [Key in SettingKey]: z.output<(typeof settingsTable)[Key]['schema']> }

/** All rows with their keys. */
export const settingRows: ReadonlyMap<string, SettingRow> = new Map(Object.entries(settingsTable))
