import { distinguishedNameKey } from '@berth/contracts'
import { EqualityFilter, type Entry, type Filter } from 'ldapts'

/** Attributes that hold an id which no other entry ever has, as servers call them: OpenLDAP, Active Directory, 389, FreeIPA. */
const IDS = ['entryUUID', 'objectGUID', 'nsUniqueId', 'ipaUniqueID'] as const
const ID_IN_BYTES = 'objectGUID'
const DN_AS_ID = 'dn='
const SHOWN = ['cn', 'displayName', 'mail', 'email', 'userAccountControl', 'nsAccountLock']

/** An entry of a search. */
export interface FoundEntry {
  readonly dn: string
  /** `attribute=value`; where the directory has no id, `dn=` and the DN in comparable form. */
  readonly id: string
  /** Values of an attribute, whatever way its name is written. */
  readonly values: (attribute: string) => readonly string[]
}

/** What is asked of an entry, beside these attributes. */
export const askedOf = (attributes: readonly string[]) => ({
  attributes: [...new Set([...IDS, ...SHOWN, ...attributes.filter((name) => name !== '')])],
  explicitBufferAttributes: [ID_IN_BYTES],
})

export function readEntry(entry: Entry): FoundEntry {
  const values = new Map<string, string[]>()
  for (const [name, given] of Object.entries(entry)) {
    // An attribute may come with options: memberOf;range=0-1499.
    const key = name.split(';')[0]?.toLowerCase() ?? ''
    const encoding = key === ID_IN_BYTES.toLowerCase() ? 'hex' : 'utf8'
    const read = [given].flat().map((value) => (typeof value === 'string' ? value : value.toString(encoding)))
    values.set(key, [...(values.get(key) ?? []), ...read])
  }
  const valuesOf = (attribute: string) => values.get(attribute.toLowerCase()) ?? []
  const [id] = IDS.flatMap((name) =>
    valuesOf(name)
      .slice(0, 1)
      .map((value) => `${name.toLowerCase()}=${value}`),
  )
  const { dn } = entry
  return { dn, id: id ?? DN_AS_ID + (distinguishedNameKey(dn) ?? dn), values: valuesOf }
}

/** A filter that finds the entry; undefined where its DN is all that it is known by. */
export function withId(id: string): Filter | undefined {
  if (id.startsWith(DN_AS_ID)) return undefined
  const [attribute = '', ...rest] = id.split('=')
  const value = rest.join('=')
  return new EqualityFilter({
    attribute,
    value: attribute === ID_IN_BYTES.toLowerCase() ? Buffer.from(value, 'hex') : value,
  })
}

/** Names are the same here where the directory takes them for the same, and look the same as well. */
export const foldName = (name: string): string => name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim()

export function isDisabled({ values }: FoundEntry): boolean {
  const control = Number(values('userAccountControl')[0] ?? 0)
  return (control & 2) !== 0 || values('nsAccountLock')[0]?.toLowerCase() === 'true'
}
