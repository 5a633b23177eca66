import { type ListSearch, readListSearch } from '../lists/list-state'

export interface ProjectsSearch extends ListSearch {
  access?: 'public' | 'private' | undefined
  /** The drawer for a new one is open. */
  create?: true | undefined
}

export function readProjectsSearch(raw: Record<string, unknown>): ProjectsSearch {
  const { access, create } = raw
  return {
    ...readListSearch(raw, ['name', 'creation_time']),
    access: access === 'public' || access === 'private' ? access : undefined,
    create: create === true ? create : undefined,
  }
}
