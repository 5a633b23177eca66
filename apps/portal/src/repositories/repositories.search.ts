import { type ListSearch, readListSearch } from '../lists/list-state'

export function readRepositoriesSearch(raw: Record<string, unknown>): ListSearch {
  return readListSearch(raw, ['name', 'pull_count', 'update_time'])
}

const views = ['untagged', 'deleted'] as const
export type RepositoryView = (typeof views)[number]

/** What each view sorts by. */
const sortable = {
  tags: ['name', 'push_time', 'pull_time', 'size'],
  untagged: ['push_time', 'pull_time', 'size'],
  deleted: ['name', 'size', 'deleted_at'],
}

export interface RepositorySearch extends ListSearch {
  /** Absent: the tags. */
  view?: RepositoryView | undefined
}

export function readRepositorySearch(raw: Record<string, unknown>): RepositorySearch {
  const view = views.find((known) => known === raw['view'])
  return {
    ...readListSearch(raw, sortable[view ?? 'tags']),
    view,
  }
}
