import { type ListSearch, readListSearch } from '../lists/list-state'

export function readReplicationsSearch(raw: Record<string, unknown>): ListSearch {
  return readListSearch(raw, ['name', 'creation_time'])
}
