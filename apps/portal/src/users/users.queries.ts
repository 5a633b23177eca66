import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, body, page, type Row } from '../api/client'
import { contains, listQuery, type ListSearch } from '../lists/list-state'

export const defaultUserSort = 'username'

export const usersQuery = (search: ListSearch) =>
  queryOptions({
    queryKey: ['users', 'list', search],
    placeholderData: keepPreviousData,
    queryFn: () =>
      page(
        api.GET('/users', {
          params: { query: { ...listQuery(search, defaultUserSort), ...contains('person', search.q) } },
        }),
      ),
  })

export type User = Row<typeof usersQuery>

/** Whether there is a directory that people can be imported from. */
export const hasDirectoryQuery = queryOptions({
  // What is saved among the settings may be it.
  queryKey: ['settings', 'has directory'],
  queryFn: async () => (await body(api.GET('/configurations'))).ldap_url.value !== '',
})
