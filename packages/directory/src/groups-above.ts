import { EqualityFilter, type Filter, OrFilter } from 'ldapts'
import { distinguishedNameKey } from '@berth/contracts'

/** Groups of one person. */
const MOST_GROUPS = 5000
/** Groups in groups in groups. */
const DEEPEST = 10
/** Members that one question names. */
const AT_ONCE = 50
/** Questions at the same time, where several may be. */
const QUESTIONS = 4

/** DNs of the groups that match, so many at most. */
type Search = (members: Filter, most: number) => Promise<readonly string[]>

/**
 * DNs of all groups that somebody is in, in whatever group those are. One question is about many members, so that 500 groups are asked
 * about in a dozen.
 *
 * @param start the person's DN, and those of groups that are known already
 */
export async function groupsAbove(
  start: readonly string[],
  { username, inParallel }: { readonly username: string; readonly inParallel: boolean },
  search: Search,
): Promise<string[]> {
  const seen = new Set<string>()
  const unseen = (dns: readonly string[]) =>
    dns.filter((dn) => {
      const key = distinguishedNameKey(dn)
      if (key === undefined || seen.has(key) || seen.size > MOST_GROUPS) return false
      seen.add(key)
      return true
    })
  let level = unseen(start)
  const found = [...level]
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth += 1) {
    const filters: Filter[] = chunks(level).map((dns) => membersIn(dns))
    if (depth === 0) filters.push(new EqualityFilter({ attribute: 'memberUid', value: username }))
    level = unseen(await askAll(filters, inParallel ? QUESTIONS : 1, search))
    found.push(...level)
  }
  return found
}

async function askAll(filters: readonly Filter[], width: number, search: Search): Promise<string[]> {
  const found: string[] = []
  for (let from = 0; from < filters.length; from += width) {
    const answers = await Promise.all(filters.slice(from, from + width).map((filter) => search(filter, MOST_GROUPS)))
    found.push(...answers.flat())
  }
  return found
}

const chunks = (dns: readonly string[]) =>
  Array.from({ length: Math.ceil(dns.length / AT_ONCE) }, (_, index) =>
    dns.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
  )

/** Values are sent as they are, so that there is nothing in them to escape. */
const membersIn = (dns: readonly string[]) =>
  new OrFilter({
    filters: dns.flatMap((value) =>
      ['member', 'uniqueMember'].map((attribute) => new EqualityFilter({ attribute, value })),
    ),
  })
