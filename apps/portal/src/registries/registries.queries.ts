import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, page, type Row } from '../api/client'
import { listQuery, type ListSearch } from '../lists/list-state'

export const defaultRegistrySort = 'name'

export const registriesQuery = (search: ListSearch) =>
  queryOptions({
    queryKey: ['registries', search],
    placeholderData: keepPreviousData,
    queryFn: () => {
      const query = {
        ...listQuery(search, defaultRegistrySort),
        ...(search.q !== undefined && { name: search.q }),
      }
      return page(api.GET('/registries', { params: { query } }))
    },
  })

export type Registry = Row<typeof registriesQuery>
