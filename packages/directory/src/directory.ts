import { distinguishedNameKey } from '@berth/contracts'
import type { AddressGuard } from '@berth/outbound'
import { type Client, EqualityFilter, NoSuchObjectError, SubstringFilter } from 'ldapts'
import { ask } from './connection.js'
import type { DirectorySettings } from './directory-settings.js'
import { foldName, type FoundEntry, isDisabled, withId } from './entry.js'
import { groupsAbove } from './groups-above.js'
import { isPassword } from './is-password.js'
import { search } from './search.js'

/** Somebody in the directory. */
export interface DirectoryPerson {
  /** The entry's own id, which no other entry ever has. */
  readonly id: string
  readonly dn: string
  readonly username: string
  readonly realname: string | undefined
  readonly email: string | undefined
  /** Keys of the DNs of groups that the entry itself names: not of groups around these. */
  readonly groups: readonly string[]
}

export interface DirectoryGroup {
  readonly dn: string
  readonly name: string
}

/** Entries of a list that somebody looks at. */
const MOST_SHOWN = 200

/** One LDAP server or Active Directory. Every method connects anew, and throws {@link DirectoryError} where it gets no answer. */
export class Directory {
  constructor(
    private readonly settings: DirectorySettings,
    private readonly guard: AddressGuard,
  ) {}

  /** Resolves where the account may search below the base. */
  async ping(): Promise<void> {
    const { base } = this.settings.people
    await this.asSearcher((client) => search(client, this.settings, { base, scope: 'base' }, [], 1))
  }

  /** Whom the name and password belong to; undefined where they are nobody's. */
  async signIn(username: string, password: string): Promise<DirectoryPerson | undefined> {
    // With an empty password a directory says yes to whoever asks (RFC 4513, 5.1.2).
    if (password === '') return undefined
    return this.asSearcher(async (client) => {
      const entry = await this.findEntry(client, username)
      return entry && (await isPassword(client, entry.dn, password)) ? this.personOf(entry) : undefined
    })
  }

  /** The one with this user name, as the directory compares names. */
  find(username: string): Promise<DirectoryPerson | undefined> {
    return this.asSearcher(async (client) => {
      const entry = await this.findEntry(client, username)
      return entry && this.personOf(entry)
    })
  }

  /** Those whose user name contains the text; who is called exactly so comes first. */
  async findPeople(text: string): Promise<DirectoryPerson[]> {
    const { people } = this.settings
    const found = await this.asSearcher((client) =>
      search(client, this.settings, people, containing(people.name, text), MOST_SHOWN),
    )
    const isNamed = ({ username }: DirectoryPerson) => Number(foldName(username) === foldName(text))
    return found
      .filter((entry) => !isDisabled(entry))
      .flatMap((entry) => this.personOf(entry) ?? [])
      .toSorted((one, other) => isNamed(other) - isNamed(one))
  }

  /** Groups whose name contains the text. */
  async findGroups(text: string): Promise<DirectoryGroup[]> {
    const { groups } = this.settings
    const found = await this.asSearcher((client) =>
      search(client, this.settings, groups, containing(groups.name, text), MOST_SHOWN),
    )
    return found.map((entry) => this.groupOf(entry))
  }

  /** The group with this DN; undefined where there is none, or it lies elsewhere than groups do. */
  async findGroup(dn: string): Promise<DirectoryGroup | undefined> {
    const { base, filter } = this.settings.groups
    if (!isBelow(dn, base)) return undefined
    const place = { base: dn, scope: 'base', filter } as const
    const [entry] = await this.asSearcher((client) => orNone(() => search(client, this.settings, place, [], 1)))
    return entry && this.groupOf(entry)
  }

  /**
   * Somebody as the directory has them now, in whatever groups they are; undefined where it has them no more.
   * @param dn where the entry was when it was last seen
   */
  async look(id: string, dn: string): Promise<DirectoryPerson | undefined> {
    return this.asSearcher(async (client) => {
      const entry = await this.entryWithId(client, id, dn)
      const person = entry && this.personOf(entry)
      return person && { ...person, groups: await this.groupsOf(client, person, entry) }
    })
  }

  private asSearcher<Result>(work: (client: Client) => Promise<Result>): Promise<Result> {
    const { searchDn, searchPassword } = this.settings
    return ask(this.settings, this.guard, async (client) => {
      if (searchDn !== '') await client.bind(searchDn, searchPassword)
      return work(client)
    })
  }

  /** Of two with the same name nobody can say which is meant: then it is neither. */
  private async findEntry(client: Client, username: string): Promise<FoundEntry | undefined> {
    const { people } = this.settings
    const called = new EqualityFilter({ attribute: people.name, value: username })
    const found = await search(client, this.settings, people, [called], 2)
    const [entry, other] = found.filter(({ values }) =>
      values(people.name).some((name) => foldName(name) === foldName(username)),
    )
    return !entry || other || isDisabled(entry) ? undefined : entry
  }

  private async entryWithId(client: Client, id: string, dn: string): Promise<FoundEntry | undefined> {
    const { people } = this.settings
    const filter = withId(id)
    const where = { ...people, base: dn, scope: 'base' } as const
    const here = isBelow(dn, people.base)
      ? await orNone(() => search(client, this.settings, where, filter ? [filter] : [], 1))
      : []
    const [entry] = here.length > 0 || !filter ? here : await search(client, this.settings, people, [filter], 1)
    return entry && !isDisabled(entry) && entry.id === id ? entry : undefined
  }

  private personOf(entry: FoundEntry): DirectoryPerson | undefined {
    const { dn, id, values } = entry
    const username = values(this.settings.people.name)[0]?.trim()
    if (!username) return undefined
    const realname = values('displayName')[0] ?? values('cn')[0]
    return {
      id,
      dn,
      username,
      realname,
      email: values('mail')[0] ?? values('email')[0],
      groups: this.keysOf(this.named(entry)),
    }
  }

  private groupOf({ dn, values }: FoundEntry): DirectoryGroup {
    return { dn, name: values(this.settings.groups.name)[0] ?? values('cn')[0] ?? dn }
  }

  /** DNs of groups that the entry names. Whether they match a filter it does not say: then only what is searched for counts. */
  private named({ values }: FoundEntry): readonly string[] {
    const { people, groups } = this.settings
    return people.memberOf === '' || groups.filter !== '' ? [] : values(people.memberOf)
  }

  private async groupsOf(client: Client, { dn, username }: DirectoryPerson, entry: FoundEntry): Promise<string[]> {
    const { groups } = this.settings
    const { inParallel } = groups
    const found = await groupsAbove([dn, ...this.named(entry)], { username, inParallel }, async (members, most) => {
      const find = (by: Client) => search(by, this.settings, groups, [members], most)
      // A server does one search in pages at a time for each connection.
      return (inParallel ? await this.asSearcher(find) : await find(client)).map((group) => group.dn)
    })
    return this.keysOf(found.slice(1))
  }

  private keysOf(dns: readonly string[]): string[] {
    const { base } = this.settings.groups
    return [...new Set(dns.filter((dn) => isBelow(dn, base)).flatMap((dn) => distinguishedNameKey(dn) ?? []))]
  }
}

const containing = (attribute: string, text: string) =>
  text === '' ? [] : [new SubstringFilter({ attribute, any: [text] })]

/** Whether the entry is the base, or lies below it. */
function isBelow(dn: string, base: string): boolean {
  const [key, above] = [distinguishedNameKey(dn), distinguishedNameKey(base)]
  return key !== undefined && (above === undefined || key === above || key.endsWith(`,${above}`))
}

async function orNone(find: () => Promise<FoundEntry[]>): Promise<FoundEntry[]> {
  try {
    return await find()
  } catch (error) {
    if (error instanceof NoSuchObjectError) return []
    throw error
  }
}
