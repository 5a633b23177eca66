import { type ListSearch, readListSearch } from '../lists/list-state'

export function readUsersSearch(raw: Record<string, unknown>): ListSearch {
  return readListSearch(raw, ['username', 'email', 'creation_time'])
}
