export const pageSizes = [15, 25, 50, 100]
export const [defaultSize = 15] = pageSizes

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
    page: Number.isInteger(page) && page > 1 && page <= 1e9 ? page : undefined,
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

/** The part of a page's parameters that says which rows are asked for, without what else the page keeps in the URL. */
export function listSearch({ q, page, size, sort }: ListSearch): ListSearch {
  return { q, page, size, sort }
}

export function sortOrder(sort: string, column: string): 'ascending' | 'descending' | undefined {
  if (sort === column) return 'ascending'
  return sort === `-${column}` ? 'descending' : undefined
}

/** What a click on a column's header asks for: ascending, descending, then the list's own order again. */
export function nextSort(sort: string, column: string): string | undefined {
  if (sort === column) return `-${column}`
  return sort === `-${column}` ? undefined : column
}

/** The numbers that a pager offers, in order; undefined stands for a gap. */
export function pagerNumbers(page: number, last: number): (number | undefined)[] {
  const near = [1, page - 1, page, page + 1, last].filter((number) => number >= 1 && number <= last)
  const shown = [...new Set(near)].toSorted((a, b) => a - b)
  return shown.flatMap((number, at) => {
    const before = shown[at - 1] ?? 0
    if (number - before === 2) return [number - 1, number]
    return number - before > 2 ? [undefined, number] : [number]
  })
}
