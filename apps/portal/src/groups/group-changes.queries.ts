import type { components } from '@berth/api-client'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, body } from '../api/client'

/** Groups of the directory whose names contain `name`. */
export const directoryGroupsQuery = (name: string) =>
  queryOptions({
    queryKey: ['groups', 'directory', name],
    enabled: name !== '',
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: () => body(api.GET('/ldap/groups/search', { params: { query: { groupname: name } } })),
  })

function useRefreshed() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['groups'] })
}

export function useCreateGroup() {
  return useMutation({
    mutationFn: (group: components['schemas']['UserGroupCreationReq']) => api.POST('/usergroups', { body: group }),
    onSuccess: useRefreshed(),
  })
}

export function useRenameGroup() {
  return useMutation({
    mutationFn: ({ id, name }: { id: number; name: string }) =>
      api.PUT('/usergroups/{group_id}', { params: { path: { group_id: id } }, body: { group_name: name } }),
    onSuccess: useRefreshed(),
  })
}

export function useDeleteGroup() {
  return useMutation({
    mutationFn: (id: number) => api.DELETE('/usergroups/{group_id}', { params: { path: { group_id: id } } }),
    onSuccess: useRefreshed(),
  })
}
