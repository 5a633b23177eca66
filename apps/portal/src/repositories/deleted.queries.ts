import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, body, inPath, page, type Row } from '../api/client'
import { isNotFound } from '../errors/is-not-found'
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

/** Something deleted: a tag by its name, an artifact by its digest. */
export interface Restorable {
  repository: string
  reference: string
}

const restoreOne = (project: string, { repository, reference }: Restorable) =>
  body(
    api.POST('/projects/{project_name}/repositories/{repository_name}/deleted/{reference}/restore', {
      params: { path: { project_name: project, repository_name: inPath(repository), reference } },
    }),
  )

/** Restores one after the other, and resolves to what came back of each, and to why others did not. */
export function useRestoreDeleted(project: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (items: readonly Restorable[]) => {
      const restored: (Awaited<ReturnType<typeof restoreOne>> & Restorable)[] = []
      const refusals: unknown[] = []
      for (const item of items)
        try {
          restored.push({ ...(await restoreOne(project, item)), ...item })
        } catch (refusal) {
          refusals.push(refusal)
        }
      if (restored.length === 0) throw refusals[0]
      // One of several that is not there to be restored has come back with another.
      return { restored, refusals: refusals.filter((refusal) => !isNotFound(refusal)) }
    },
    // Also where it failed: then the list was out of date.
    onSettled: () => queries.invalidateQueries({ queryKey: ['repositories', project] }),
  })
}
