import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, page, type Row } from '../api/client'
import { contains, listQuery, type ListSearch } from '../lists/list-state'

export const defaultUserSort = 'username'

export const usersQuery = (search: ListSearch) =>
  queryOptions({
    queryKey: ['users', 'list', search],
    placeholderData: keepPreviousData,
    queryFn: () =>
      page(
        api.GET('/users', {
          params: { query: { ...listQuery(search, defaultUserSort), ...contains('username', search.q) } },
        }),
      ),
  })

export type User = Row<typeof usersQuery>
