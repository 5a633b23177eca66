import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, page, type Row } from '../api/client'
import { listQuery, listSearch } from '../lists/list-state'
import type { ProjectsSearch } from './projects.search'

export const defaultProjectSort = 'name'

export const projectsQuery = (search: ProjectsSearch) =>
  queryOptions({
    queryKey: ['projects', 'list', listSearch(search), search.access],
    placeholderData: keepPreviousData,
    queryFn: () =>
      page(
        api.GET('/projects', {
          params: {
            query: {
              ...listQuery(search, defaultProjectSort),
              ...(search.q === undefined ? {} : { name: search.q }),
              ...(search.access === undefined ? {} : { public: String(search.access === 'public') }),
            },
          },
        }),
      ),
  })

export type Project = Row<typeof projectsQuery>

export interface NewProject {
  name: string
  public: boolean
  /** Bytes; -1 for no limit. Left out, the system's default applies. */
  storageLimit?: number
  /** The registry that a proxy cache has its content from, and how. */
  proxy?: { registryId: number; metadata: Record<string, string> }
}

export function useCreateProject() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ name, public: isPublic, storageLimit, proxy }: NewProject) =>
      api.POST('/projects', {
        body: {
          project_name: name,
          metadata: { ...proxy?.metadata, public: isPublic ? 'true' : 'false' },
          ...(storageLimit === undefined ? {} : { storage_limit: storageLimit }),
          ...(proxy === undefined ? {} : { registry_id: proxy.registryId }),
        },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['projects'] }),
  })
}

export function useDeleteProject() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (name: string) =>
      api.DELETE('/projects/{project_name_or_id}', { params: { path: { project_name_or_id: name } } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['projects', 'list'] }),
  })
}

export function useSetProjectAccess(name: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (isPublic: boolean) =>
      api.PUT('/projects/{project_name_or_id}', {
        params: { path: { project_name_or_id: name } },
        body: { metadata: { public: isPublic ? 'true' : 'false' } },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['projects'] }),
  })
}
