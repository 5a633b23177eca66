import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, body } from '../api/client'

/** Projects and repositories whose names contain `term`. */
export const globalSearchQuery = (term: string) =>
  queryOptions({
    queryKey: ['search', term],
    enabled: term !== '',
    placeholderData: keepPreviousData,
    queryFn: async () => body(api.GET('/search', { params: { query: { q: term } } })),
  })
