import { z } from 'zod'
import type { Fault } from './fault.js'
import type { Entry } from './parse-cfg.js'
import { count, onOff, word } from './values.js'

type Value = string | number | boolean

/** Settings of Berth, by their keys in the API, that the first start stores. */
export type FirstSettings = Readonly<Record<string, Value>>

interface SourceKey {
  /** The `auth_mode` with which the key counts. Harbor ships it with samples for the others. */
  readonly mode: 'ldap_auth' | 'oidc_auth'
  readonly setting: string
  readonly schema: z.ZodType<Value, string>
  readonly secret?: true
}

const DN = /^\s*(?:[A-Za-z][A-Za-z\d-]*|\d+(?:\.\d+)*)\s*=(?:\\.|[^\\,+])*$/
const isDn = (text: string) => text.split(/(?<!\\)[,+]/).every((part) => DN.test(part))

const dn = z
  .string()
  .refine((text) => !text.includes('%s'), 'is the form of Harbor 0.1: give the DN above, and the attribute as ldap_uid')
  .refine((text) => text.includes('%s') || isDn(text), {
    error: (issue) => `"${String(issue.input)}" is not a DN such as ou=people,dc=example,dc=com`,
  })

const attribute = z.string().regex(/^(?:[A-Za-z][A-Za-z\d-]*|\d+(?:\.\d+)*)$/, {
  error: (issue) => `"${String(issue.input)}" is not the name of an attribute`,
})

/** Harbor takes one without its parentheses. */
const filter = z
  .string()
  .transform((text) => (text.startsWith('(') ? text : `(${text})`))
  .refine(isBalanced, { error: (issue) => `"${String(issue.input)}" is not a filter such as (objectClass=person)` })

/** Whether all of it stands in one pair of parentheses, and each that opens is closed. */
function isBalanced(text: string): boolean {
  let depth = 0
  const depths = [...text].map((sign) => (depth += sign === '(' ? 1 : sign === ')' ? -1 : 0))
  return depths.at(-1) === 0 && depths.slice(0, -1).every((open) => open > 0)
}

/** Harbor takes one without its scheme. */
const directoryUrl = z
  .string()
  .transform((text) => {
    const address = text.replace(/\/+$/, '')
    if (/^[a-z]+:\/\//i.test(address)) return address
    return `${address.endsWith(':636') ? 'ldaps' : 'ldap'}://${address}`
  })
  .refine((url) => /^ldaps?:\/\/[A-Za-z0-9._[\]:-]+$/i.test(url) && URL.canParse(url), {
    error: (issue) => `"${String(issue.input)}" is not an address such as ldaps://ldap.example.com`,
  })

/** Harbor counted from 1 before 1.2. */
const scope = count(0, 3).transform((depth) => Math.min(depth, 2))
const seconds = count(1, 300)
const text = z.string().max(2048, 'is longer than 2048 characters')

const ldap = (setting: string, schema: SourceKey['schema']): SourceKey => ({ mode: 'ldap_auth', setting, schema })
const oidc = (setting: string, schema: SourceKey['schema']): SourceKey => ({ mode: 'oidc_auth', setting, schema })

/** Keys of Harbor's harbor.cfg that say where accounts come from. */
export const sourceKeys: Readonly<Record<string, SourceKey>> = {
  ldap_url: ldap('ldap_url', directoryUrl),
  ldap_searchdn: ldap('ldap_search_dn', text),
  ldap_search_pwd: { ...ldap('ldap_search_password', text), secret: true },
  ldap_basedn: ldap('ldap_base_dn', dn),
  ldap_filter: ldap('ldap_filter', filter),
  ldap_uid: ldap('ldap_uid', attribute),
  ldap_scope: ldap('ldap_scope', scope),
  ldap_connect_timeout: ldap('ldap_timeout', seconds),
  ldap_timeout: ldap('ldap_timeout', seconds),
  ldap_verify_cert: ldap('ldap_verify_cert', onOff),
  ldap_group_basedn: ldap('ldap_group_base_dn', dn),
  ldap_group_filter: ldap('ldap_group_search_filter', filter),
  ldap_group_gid: ldap('ldap_group_attribute_name', attribute),
  ldap_group_scope: ldap('ldap_group_search_scope', scope),
  ldap_group_admin_dn: ldap('ldap_group_admin_dn', dn),
  ldap_group_membership_attribute: ldap('ldap_group_membership_attribute', attribute),
  oidc_provider_url: oidc('oidc_endpoint', z.url({ protocol: /^https?$/, error: 'is not an address of a provider' })),
  oidc_client_id: oidc('oidc_client_id', text),
  oidc_client_secret: { ...oidc('oidc_client_secret', text), secret: true },
}

export const authMode = word('db_auth', 'ldap_auth', 'oidc_auth')
type AuthMode = z.output<typeof authMode>

/** What a source cannot do without. Of a provider the portal can be told. */
const needed: Readonly<Record<AuthMode, readonly string[]>> = {
  db_auth: [],
  ldap_auth: ['ldap_url', 'ldap_basedn'],
  oidc_auth: [],
}

export interface AccountSources {
  readonly settings: FirstSettings
  readonly faults: readonly Fault[]
  /** Keys of sources that are not in use. */
  readonly unused: readonly Entry[]
}

/** @param entries of `sourceKeys` */
export function readAccountSources(mode: AuthMode, whereMode: string, entries: readonly Entry[]): AccountSources {
  const faults: Fault[] = []
  const unused: Entry[] = []
  const settings: Record<string, Value> = mode === 'db_auth' ? {} : { auth_mode: mode }
  for (const entry of entries) {
    const { key, value, where } = entry
    const row = sourceKeys[key]
    if (value === '' || row === undefined) continue
    if (row.mode !== mode) {
      unused.push(entry)
      continue
    }
    const read = row.schema.safeParse(value)
    if (read.success) settings[row.setting] = read.data
    else faults.push({ where, key, message: read.error.issues[0]?.message ?? 'is not usable' })
  }
  const given = new Set(entries.filter(({ value }) => value !== '').map(({ key }) => key))
  for (const key of needed[mode].filter((name) => !given.has(name)))
    faults.push({ where: whereMode, key: 'auth_mode', message: `${mode} needs ${key}` })
  return { settings, faults, unused }
}

const secrets = new Set(Object.values(sourceKeys).flatMap(({ setting, secret }) => (secret ? [setting] : [])))

export function hasSecret(settings: FirstSettings): boolean {
  return Object.keys(settings).some((key) => secrets.has(key))
}

/** What of them may stand where everybody reads it. */
export function withoutSecrets(settings: FirstSettings): FirstSettings {
  return Object.fromEntries(Object.entries(settings).filter(([key]) => !secrets.has(key)))
}
