import { type ListSearch, readListSearch } from '../lists/list-state'

export function readQuotasSearch(raw: Record<string, unknown>): ListSearch {
  return readListSearch(raw, ['name', 'used.storage', 'hard.storage', 'share'])
}
