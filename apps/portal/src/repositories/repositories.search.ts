import { type ListSearch, readListSearch } from '../lists/list-state'

export function readRepositoriesSearch(raw: Record<string, unknown>): ListSearch {
  return readListSearch(raw, ['name', 'pull_count', 'update_time'])
}

export interface RepositorySearch extends ListSearch {
  /** Digest of the artifact shown in the drawer. */
  artifact?: string | undefined
  /** Absent: the tags. */
  view?: 'deleted' | undefined
}

export function readRepositorySearch(raw: Record<string, unknown>): RepositorySearch {
  const { artifact } = raw
  const view = raw['view'] === 'deleted' ? raw['view'] : undefined
  const sortable = view === undefined ? ['name', 'push_time', 'pull_time', 'size'] : ['name', 'size', 'deleted_at']
  return {
    ...readListSearch(raw, sortable),
    artifact: typeof artifact === 'string' && /^\w+:[0-9a-f]+$/.test(artifact) ? artifact : undefined,
    view,
  }
}
