import { distinguishedNameKey } from '@berth/contracts'
import { isDirectoryUrl, isFilter } from '@berth/directory'
import { z } from 'zod'
import { text } from './setting-row.js'

const isEmptyOr = (is: (value: string) => boolean) => (value: string) => value === '' || is(value)

/** Address of an LDAP server. */
export const directoryUrl = text().refine(
  isEmptyOr(isDirectoryUrl),
  'is not an address such as ldap://host:389 or ldaps://host:636',
)
export const directoryFilter = text().refine(isEmptyOr(isFilter), 'is not a filter such as (objectClass=person)')
export const distinguishedName = text().refine(
  isEmptyOr((dn) => distinguishedNameKey(dn) !== undefined),
  'is not a DN such as ou=people,dc=example,dc=org',
)
/** The name or number of an attribute. */
export const attribute = z
  .string()
  .max(255)
  .regex(/^(?:[A-Za-z][A-Za-z\d-]*|\d+(?:\.\d+)*)$/, 'is not the name of an attribute')
