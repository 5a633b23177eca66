import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, page, type Row } from '../api/client'
import { contains, listQuery, type ListSearch } from '../lists/list-state'

/** Who is nearest the limit comes first. */
export const defaultQuotaSort = '-share'

export const quotasQuery = (search: ListSearch) =>
  queryOptions({
    queryKey: ['quotas', search],
    placeholderData: keepPreviousData,
    queryFn: () =>
      page(
        api.GET('/quotas', {
          params: { query: { ...listQuery(search, defaultQuotaSort), ...contains('name', search.q) } },
        }),
      ),
  })

export type Quota = Row<typeof quotasQuery>
