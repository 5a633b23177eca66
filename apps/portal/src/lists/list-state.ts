import type { SorterResult } from 'antd/es/table/interface'

export const pageSizes = [15, 25, 50, 100]
const [defaultSize = 15] = pageSizes

/** What a list shows, as it stands in the URL: a key is absent while it has its default. */
export interface ListSearch {
  q?: string | undefined
  page?: number | undefined
  size?: number | undefined
  /** A column's name, with `-` in front for descending. */
  sort?: string | undefined
}

/**
 * Reads untrusted URL parameters; what makes no sense for this list becomes undefined. Each key is answered for, because
 * the router lays the answer over the raw parameters: a key left out would keep its raw value.
 */
export function readListSearch(raw: Record<string, unknown>, sortable: readonly string[]): Required<ListSearch> {
  const page = Number(raw['page'])
  const size = Number(raw['size'])
  const q = typeof raw['q'] === 'string' || typeof raw['q'] === 'number' ? String(raw['q']).trim() : ''
  const sort = typeof raw['sort'] === 'string' ? raw['sort'] : ''
  return {
    q: q === '' ? undefined : q.slice(0, 255),
    page: Number.isInteger(page) && page > 1 ? page : undefined,
    size: pageSizes.includes(size) && size !== defaultSize ? size : undefined,
    sort: sortable.includes(sort.replace(/^-/, '')) ? sort : undefined,
  }
}

/** The paging and sorting parameters of the API for a list. */
export function listQuery(search: ListSearch, defaultSort: string): { page: number; page_size: number; sort: string } {
  return { page: search.page ?? 1, page_size: search.size ?? defaultSize, sort: search.sort ?? defaultSort }
}

/** `q` of the API: a contains-match on one column. The grammar's own signs cannot be part of a name, so they are left out. */
export function contains(column: string, text: string | undefined): { q?: string } {
  const term = text?.replace(/[,=~()[\]{}]/g, '').trim()
  return term === undefined || term === '' ? {} : { q: `${column}=~${term}` }
}

export function sortOrder(sort: string, column: string): 'ascend' | 'descend' | null {
  if (sort === column) return 'ascend'
  return sort === `-${column}` ? 'descend' : null
}

/** The URL's form of what a table's header was asked for; undefined goes back to the default. */
export function sortOfSorter<T>(sorter: SorterResult<T> | SorterResult<T>[]): string | undefined {
  const { columnKey, order } = Array.isArray(sorter) ? (sorter[0] ?? {}) : sorter
  if (order === undefined || order === null || typeof columnKey !== 'string') return undefined
  return order === 'descend' ? `-${columnKey}` : columnKey
}
