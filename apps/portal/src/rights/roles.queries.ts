import type { components } from '@berth/api-client'
import { queryOptions } from '@tanstack/react-query'
import { api, page } from '../api/client'

/** Every role, built in or not, strongest first: there are a hundred of one's own at most. */
export const rolesQuery = queryOptions({
  queryKey: ['roles', 'all'],
  staleTime: 30_000,
  queryFn: () => page(api.GET('/roles', { params: { query: { page_size: 0 } } })),
})

export type Role = components['schemas']['Role']
