import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, body, page, type Row } from '../api/client'
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

/** A kind of registry, and the address of those that have a usual one or one alone. */
export interface RegistryKind {
  type: string
  url: string
}

/** The server's table of kinds, in its order. It does not change while the page is open. */
export const registryKindsQuery = queryOptions({
  queryKey: ['registries', 'kinds'],
  staleTime: Infinity,
  queryFn: async (): Promise<RegistryKind[]> => {
    const infos = await body(api.GET('/replication/adapterinfos'))
    return Object.entries(infos).map(([type, { endpoint_pattern: pattern }]) => ({
      type,
      url: pattern.endpoints[0]?.value ?? '',
    }))
  },
})
