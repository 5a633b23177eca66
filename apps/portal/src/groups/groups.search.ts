import { type ListSearch, readListSearch } from '../lists/list-state'

export function readGroupsSearch(raw: Record<string, unknown>): ListSearch {
  return readListSearch(raw, ['group_name', 'group_type'])
}
