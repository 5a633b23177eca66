import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, body, inPath, page, type Row } from '../api/client'
import { contains, listQuery, type ListSearch } from '../lists/list-state'

export const defaultDeletedSort = '-deleted_at'

export const deletedQuery = (project: string, repository: string, search: ListSearch) =>
  queryOptions({
    queryKey: ['repositories', project, 'deleted', repository, search],
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const { items, total } = await page(
        api.GET('/projects/{project_name}/repositories/{repository_name}/deleted', {
          params: {
            path: { project_name: project, repository_name: inPath(repository) },
            query: { ...listQuery(search, defaultDeletedSort), ...contains('name', search.q) },
          },
        }),
      )
      return { items: items.map((item) => ({ ...item, reference: item.name ?? item.digest })), total }
    },
  })

/** `reference`: what it is restored by, the tag or the artifact's digest. */
export type Deleted = Row<typeof deletedQuery>

export function usePurgeDeleted(project: string, repository: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (digest: string) =>
      api.DELETE('/projects/{project_name}/repositories/{repository_name}/deleted/{reference}', {
        params: { path: { project_name: project, repository_name: inPath(repository), reference: digest } },
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['repositories', project] }),
  })
}

export function useRestoreDeleted(project: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ repository, reference }: { repository: string; reference: string }) =>
      body(
        api.POST('/projects/{project_name}/repositories/{repository_name}/deleted/{reference}/restore', {
          params: { path: { project_name: project, repository_name: inPath(repository), reference } },
        }),
      ),
    // Also where it failed: then the list was out of date.
    onSettled: () => queries.invalidateQueries({ queryKey: ['repositories', project] }),
  })
}
