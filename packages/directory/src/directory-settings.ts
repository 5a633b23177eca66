import { FilterParser } from 'ldapts'

/** How deep is searched: the base itself, what lies right below it, the whole tree. */
export type Scope = 'base' | 'one' | 'sub'

/** Where a directory is, and how people and groups are found in it. */
export interface DirectorySettings {
  /** `ldap://` or `ldaps://`, a host, and a port where it is another one than usual. */
  readonly url: string
  /** Encrypts a connection of `ldap://` before anything is said on it. */
  readonly startTls: boolean
  readonly verifyCertificate: boolean
  /** In PEM; trusted beside what the system trusts. Empty: none. */
  readonly authority: string
  /** For everything that one question takes, connecting included. */
  readonly timeoutMilliseconds: number
  /** The account that searches; empty: nobody. */
  readonly searchDn: string
  readonly searchPassword: string
  readonly people: {
    readonly base: string
    readonly scope: Scope
    /** What entries have to match, too; empty: nothing. */
    readonly filter: string
    /** Attribute that holds the user name. */
    readonly name: string
    /** Attribute that names the groups of an entry; empty: none. */
    readonly memberOf: string
  }
  readonly groups: {
    readonly base: string
    readonly scope: Scope
    readonly filter: string
    /** Attribute that holds the name of a group. */
    readonly name: string
    /** Several questions at the same time. */
    readonly inParallel: boolean
  }
}

/** Whether it is an address that a {@link DirectorySettings} may have. */
export function isDirectoryUrl(text: string): boolean {
  const url = URL.parse(text)
  return (
    url !== null &&
    /^ldaps?:$/.test(url.protocol) &&
    url.hostname !== '' &&
    /^\/?$/.test(url.pathname) &&
    url.search + url.hash + url.username + url.password === ''
  )
}

/** Whether it is a filter as a directory reads it (RFC 4515). */
export function isFilter(text: string): boolean {
  try {
    FilterParser.parseString(text)
    return true
  } catch {
    return false
  }
}
