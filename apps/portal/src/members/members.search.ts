import { type ListSearch, readListSearch } from '../lists/list-state'

export function readMembersSearch(raw: Record<string, unknown>): ListSearch {
  return readListSearch(raw, [])
}
