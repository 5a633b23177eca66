import type { components } from '@berth/api-client'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, page } from '../api/client'

/** Repositories of all projects that a pattern is about now: the first few, and how many. */
export const previewQuery = (pattern: string) =>
  queryOptions({
    queryKey: ['repositories', 'preview', pattern],
    placeholderData: keepPreviousData,
    queryFn: () =>
      page(api.GET('/repositories', { params: { query: { matches: pattern, page_size: 5, sort: 'name' } } })),
  })

export const roleHoldersQuery = (roleId: number) =>
  queryOptions({
    queryKey: ['roles', 'holders', roleId],
    queryFn: () =>
      page(api.GET('/roles/{role_id}/members', { params: { path: { role_id: roleId }, query: { page_size: 100 } } })),
  })

export type RoleDefinition = components['schemas']['RoleReq']

function useRefreshed() {
  const queries = useQueryClient()
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['roles'] }),
      queries.invalidateQueries({ queryKey: ['members'] }),
      queries.invalidateQueries({ queryKey: ['projects'] }),
    ])
}

/** Makes a role, or changes the one with this id. */
export function useSaveRole(id: number | undefined) {
  return useMutation({
    mutationFn: async (body: RoleDefinition): Promise<void> => {
      if (id === undefined) await api.POST('/roles', { body })
      else await api.PUT('/roles/{role_id}', { params: { path: { role_id: id } }, body })
    },
    onSuccess: useRefreshed(),
  })
}

export function useDeleteRole() {
  return useMutation({
    mutationFn: (id: number) => api.DELETE('/roles/{role_id}', { params: { path: { role_id: id } } }),
    onSuccess: useRefreshed(),
  })
}
