import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
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

export function useSetQuota() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, storage }: { id: number; storage: number }) =>
      api.PUT('/quotas/{quota_id}', { params: { path: { quota_id: id } }, body: { hard: { storage } } }),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['quotas'] }),
        queries.invalidateQueries({ queryKey: ['projects', 'summary'] }),
      ]),
  })
}
