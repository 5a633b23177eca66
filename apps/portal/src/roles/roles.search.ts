import { type ListSearch, readListSearch } from '../lists/list-state'

export interface RolesSearch extends ListSearch {
  view?: 'matrix' | undefined
}

export function readRolesSearch(raw: Record<string, unknown>): RolesSearch {
  return { ...readListSearch(raw, ['name']), view: raw['view'] === 'matrix' ? 'matrix' : undefined }
}
