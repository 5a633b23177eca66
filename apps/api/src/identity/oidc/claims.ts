import { isEmail, UserError } from '@berth/contracts'
import { matching } from './matching.js'
import type { OidcOptions } from '../../settings/oidc-options.js'

/** What a provider says of somebody. Nothing of it is known to be of a certain shape. */
export type Claims = Readonly<Record<string, unknown>>

/** Harbor's, where no claim is named. */
const USER_CLAIM = 'name'
const LONGEST = 255
/** Of one person, after the filter. */
const MOST_GROUPS = 1000

/** Groups that somebody is in; or why that is not known. */
export type Groups = { readonly names: readonly string[] } | { readonly unknown: string }

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const textIn = (claims: Claims, name: string): string | undefined => {
  const value = claims[name]
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, LONGEST) : undefined
}

/** Who it is, as the provider knows them: 255 characters at most (OpenID Connect Core 1.0 section 2), and such as can be kept. */
export const isSubject = (sub: unknown): sub is string =>
  typeof sub === 'string' && /^[^\p{Cc}\p{Cs}]{1,255}$/u.test(sub)

/**
 * The user name that somebody gets: blanks become underscores, as Harbor has it.
 * @throws {UserError} OIDC_CLAIM_MISSING where the claim that the settings name is not there
 */
export function userNameIn(claims: Claims, { userClaim }: Pick<OidcOptions, 'userClaim'>): string {
  const name = textIn(claims, userClaim || USER_CLAIM) ?? (userClaim === '' ? textIn(claims, 'preferred_username') : '')
  if (!name) throw new UserError('OIDC_CLAIM_MISSING', { claim: userClaim || USER_CLAIM })
  return name.normalize('NFKC').replaceAll(/\s/g, '_')
}

/** An address that the provider does not call unverified. It is only shown and written to: it links nobody to an account. */
export function emailIn(claims: Claims): string | undefined {
  const email = textIn(claims, 'email')
  return email !== undefined && isEmail(email) && claims['email_verified'] !== false ? email : undefined
}

/** How the provider shows somebody. */
export const shownName = (claims: Claims): string =>
  textIn(claims, 'name') ?? textIn(claims, 'preferred_username') ?? ''

export const realNameIn = (claims: Claims): string | undefined => textIn(claims, 'name')

/**
 * The groups that pass the filter. One group may come as a text; a claim that is not there is no group. Where the provider only says that
 * there are groups, as some do for somebody with very many of them, the groups are unknown: it points to them (`_claim_names`, OpenID
 * Connect Core 1.0 section 5.6.2), or marks that there are any (`hasgroups` of Entra ID).
 */
export function groupsIn(
  claims: Claims,
  { groupsClaim, groupFilter }: Pick<OidcOptions, 'groupsClaim' | 'groupFilter'>,
): Groups {
  if (groupsClaim === '') return { names: [] }
  const value = claims[groupsClaim]
  const pointers = claims['_claim_names']
  if (value === undefined && isRecord(pointers) && Object.hasOwn(pointers, groupsClaim)) {
    return { unknown: `it sends a pointer (_claim_names) in place of the claim "${groupsClaim}"` }
  }
  if (value === undefined && claims['hasgroups'] === true)
    return { unknown: `it says that there are groups (hasgroups), and leaves out the claim "${groupsClaim}"` }
  const given: unknown[] = value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]
  if (!given.every((group) => typeof group === 'string')) {
    return { unknown: `the claim "${groupsClaim}" is neither a text nor a list of texts` }
  }
  const names = [...new Set(given.map((group) => group.trim()))].filter((name) => name !== '' && name.length <= LONGEST)
  const passing = groupFilter === '' ? names : matching(groupFilter, names)
  if (passing === undefined) return { unknown: 'the filter of groups takes too long' }
  if (passing.length > MOST_GROUPS) return { unknown: `there are more than ${MOST_GROUPS} of them` }
  return { names: passing }
}
