import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, page } from '../api/client'
import { contains, listQuery, type ListSearch } from '../lists/list-state'

export const defaultRoleSort = '-built_in,-strength'

export const rolesPageQuery = (search: ListSearch) =>
  queryOptions({
    queryKey: ['roles', 'list', search],
    placeholderData: keepPreviousData,
    queryFn: () =>
      page(
        api.GET('/roles', {
          params: { query: { ...listQuery(search, defaultRoleSort), ...contains('name', search.q) } },
        }),
      ),
  })
