import { type ListSearch, readListSearch } from '../lists/list-state'

export function readRobotsSearch(raw: Record<string, unknown>): ListSearch {
  return readListSearch(raw, ['name', 'creation_time', 'expires_at'])
}
