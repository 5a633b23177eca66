import { AndFilter, type Client, type Filter, FilterParser } from 'ldapts'
import type { DirectorySettings, Scope } from './directory-settings.js'
import { askedOf, type FoundEntry, readEntry } from './entry.js'

/** Entries of one message. */
const PAGE = 200

interface Place {
  readonly base: string
  readonly scope: Scope
  /** As an operator wrote it; empty: none. */
  readonly filter?: string
}

/** Entries there that match all of the filters, so many at most. */
export async function search(
  client: Client,
  { people, groups }: DirectorySettings,
  { base, scope, filter = '' }: Place,
  filters: readonly Filter[],
  most: number,
): Promise<FoundEntry[]> {
  const all = [...(filter === '' ? [] : [FilterParser.parseString(filter)]), ...filters]
  const options = {
    scope,
    sizeLimit: most,
    ...(all.length === 0 ? {} : { filter: new AndFilter({ filters: all }) }),
    ...askedOf([people.name, people.memberOf, groups.name]),
  }
  if (most <= PAGE) return (await client.search(base, options)).searchEntries.map((entry) => readEntry(entry))
  const found: FoundEntry[] = []
  for await (const { searchEntries } of client.searchPaginated(base, { ...options, paged: { pageSize: PAGE } })) {
    found.push(...searchEntries.map((entry) => readEntry(entry)))
    if (found.length >= most) break
  }
  return found
}
