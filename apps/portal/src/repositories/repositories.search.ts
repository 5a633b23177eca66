import { type ListSearch, listSearch, readListSearch } from '../lists/list-state'

export function readRepositoriesSearch(raw: Record<string, unknown>): ListSearch {
  return readListSearch(raw, ['name', 'pull_count', 'update_time'])
}

const views = ['untagged', 'deleted', 'about'] as const
export type RepositoryView = (typeof views)[number]

/** What each view sorts by. */
const sortable = {
  tags: ['name', 'push_time', 'pull_time', 'size'],
  untagged: ['push_time', 'pull_time', 'size'],
  deleted: ['name', 'size', 'deleted_at'],
  about: [],
}

/** Which tags of a repository are asked for. */
export interface TagSearch extends ListSearch {
  /** Id of a label that they are to have. */
  label?: number | undefined
}

export interface RepositorySearch extends TagSearch {
  /** Absent: the tags. */
  view?: RepositoryView | undefined
}

export function readRepositorySearch(raw: Record<string, unknown>): RepositorySearch {
  const view = views.find((known) => known === raw['view'])
  return {
    ...readListSearch(raw, sortable[view ?? 'tags']),
    label: view === undefined ? readId(raw['label']) : undefined,
    view,
  }
}

function readId(raw: unknown): number | undefined {
  const id = Number(raw)
  return Number.isSafeInteger(id) && id > 0 ? id : undefined
}

export const tagSearch = (search: TagSearch): TagSearch => ({ ...listSearch(search), label: search.label })
