/** Names of attribute types in a DN for which there is another one, or a number. */
const TYPES: Readonly<Record<string, string>> = {
  commonname: 'cn',
  '2.5.4.3': 'cn',
  countryname: 'c',
  '2.5.4.6': 'c',
  localityname: 'l',
  '2.5.4.7': 'l',
  stateorprovincename: 'st',
  '2.5.4.8': 'st',
  streetaddress: 'street',
  '2.5.4.9': 'street',
  organizationname: 'o',
  '2.5.4.10': 'o',
  organizationalunitname: 'ou',
  '2.5.4.11': 'ou',
  domaincomponent: 'dc',
  '0.9.2342.19200300.100.1.25': 'dc',
  userid: 'uid',
  '0.9.2342.19200300.100.1.1': 'uid',
}
/** Characters of a DN, and bytes of its key: an index holds no more. */
const MOST_CHARACTERS = 1000
const MOST_BYTES = 2000

const TYPE = /\s*(?:oid\.)?([A-Za-z][A-Za-z\d-]*|\d+(?:\.\d+)*)\s*=\s*/iy
const HEX = /#((?:[\dA-Fa-f]{2})+)\s*/y
const QUOTED = /"((?:[^"\\]|\\.)*)"\s*/sy
const PLAIN = /((?:[^,;+"\\<>\0]|\\.)*)/sy
const PAIR = /\\([\dA-Fa-f]{2})|\\(.)|([^\\])/gsu

/**
 * The form in which two DNs are the same text where the directory takes them for the same entry (RFC 4517, 4.2.15): without case and
 * without spaces that mean nothing, whatever way was chosen to escape a character (RFC 4514).
 *
 * @returns undefined for what is no DN, or longer than any is kept
 */
export function distinguishedNameKey(dn: string): string | undefined {
  if (dn.length > MOST_CHARACTERS || dn.trim() === '') return undefined
  const names: string[] = []
  let parts: string[] = []
  for (let place = 0; ;) {
    const part = readPart(dn, place)
    if (!part) return undefined
    parts.push(part.text)
    place = part.end
    const separator = dn[place]
    if (separator !== '+') {
      names.push(parts.toSorted().join('+'))
      parts = []
    }
    if (separator === undefined) break
    place += 1
  }
  const key = names.join(',')
  return new TextEncoder().encode(key).length <= MOST_BYTES ? key : undefined
}

/** `type=value`, and where its separator stands. */
function readPart(dn: string, from: number): { readonly text: string; readonly end: number } | undefined {
  const type = matchAt(TYPE, dn, from)
  if (!type) return undefined
  const name = type.groups.toLowerCase()
  const known = TYPES[name] ?? name
  const hex = matchAt(HEX, dn, type.end)
  if (hex) return endsAt(dn, hex.end) ? { text: `${known}=#${hex.groups.toLowerCase()}`, end: hex.end } : undefined
  const value = matchAt(QUOTED, dn, type.end) ?? matchAt(PLAIN, dn, type.end)
  if (!value || !endsAt(dn, value.end)) return undefined
  const plain = comparable(unescaped(value.groups))
  if (plain === '') return undefined
  return { text: `${known}=${plain.replaceAll(/[\\,+=#]/g, '\\$&')}`, end: value.end }
}

const endsAt = (dn: string, place: number) => place === dn.length || /[,;+]/.test(dn[place] ?? '')

function matchAt(pattern: RegExp, text: string, from: number) {
  pattern.lastIndex = from
  const found = pattern.exec(text)
  return found ? { groups: found[1] ?? '', end: pattern.lastIndex } : undefined
}

/** Without escapes: pairs of digits are the bytes of UTF-8. */
function unescaped(value: string): string {
  const bytes: number[] = []
  for (const [, pair, escaped, plain] of value.matchAll(PAIR)) {
    if (pair === undefined) bytes.push(...new TextEncoder().encode(escaped ?? plain))
    else bytes.push(Number.parseInt(pair, 16))
  }
  return new TextDecoder().decode(new Uint8Array(bytes))
}

/** As caseIgnoreMatch compares (RFC 4518): what is not seen is left out, and spaces around and in a row mean nothing. */
function comparable(value: string): string {
  return value
    .replaceAll(/[\t\n\v\f\r\u0085\p{Z}]+/gu, ' ')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Variation_Selector}\u034F\uFFFC]/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replaceAll(/ +/g, ' ')
    .trim()
}
