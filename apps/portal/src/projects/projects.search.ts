import { type ListSearch, readListSearch } from '../lists/list-state'

export interface ProjectsSearch extends ListSearch {
  access?: 'public' | 'private' | undefined
}

export function readProjectsSearch(raw: Record<string, unknown>): ProjectsSearch {
  const { access } = raw
  return {
    ...readListSearch(raw, ['name', 'creation_time']),
    access: access === 'public' || access === 'private' ? access : undefined,
  }
}
