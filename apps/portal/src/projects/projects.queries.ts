import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, body, page } from '../api/client'
import { listQuery } from '../lists/list-state'
import type { ProjectsSearch } from '../router'

export const defaultProjectSort = 'name'

export const projectsQuery = (search: ProjectsSearch) =>
  queryOptions({
    queryKey: ['projects', 'list', search],
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

export type Project = Awaited<ReturnType<NonNullable<ReturnType<typeof projectsQuery>['queryFn']>>>['items'][number]

export const projectQuery = (name: string) =>
  queryOptions({
    queryKey: ['projects', 'one', name],
    queryFn: () => body(api.GET('/projects/{project_name_or_id}', { params: { path: { project_name_or_id: name } } })),
  })

export const projectSummaryQuery = (name: string) =>
  queryOptions({
    queryKey: ['projects', 'summary', name],
    queryFn: () =>
      body(api.GET('/projects/{project_name_or_id}/summary', { params: { path: { project_name_or_id: name } } })),
  })

/** What the signed-in user may do in the project, as `resource:action`. */
export const projectPermissionsQuery = (projectId: number) =>
  queryOptions({
    queryKey: ['projects', 'permissions', projectId],
    enabled: projectId > 0,
    staleTime: 60_000,
    queryFn: async () => {
      const permissions = await body(
        api.GET('/users/current/permissions', {
          params: { query: { scope: `/project/${projectId}`, relative: 'true' } },
        }),
      )
      return permissions.map(({ resource, action }) => `${resource}:${action}`)
    },
  })

export interface NewProject {
  name: string
  public: boolean
  /** Bytes; -1 for no limit. Left out, the system's default applies. */
  storageLimit?: number
}

export function useCreateProject() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ name, public: isPublic, storageLimit }: NewProject) =>
      api.POST('/projects', {
        body: {
          project_name: name,
          metadata: { public: isPublic ? 'true' : 'false' },
          ...(storageLimit === undefined ? {} : { storage_limit: storageLimit }),
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
