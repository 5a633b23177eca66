import type { components } from '@berth/api-client'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, body, page, type Row } from '../api/client'
import { defaultSize, type ListSearch } from '../lists/list-state'

export const membersQuery = (project: string, search: ListSearch) =>
  queryOptions({
    queryKey: ['members', project, search],
    placeholderData: keepPreviousData,
    queryFn: () =>
      page(
        api.GET('/projects/{project_name_or_id}/members', {
          params: {
            path: { project_name_or_id: project },
            query: {
              page: search.page ?? 1,
              page_size: search.size ?? defaultSize,
              ...(search.q === undefined ? {} : { entityname: search.q }),
            },
          },
        }),
      ),
  })

export type Member = Row<typeof membersQuery>

/** Users whose names contain `name`, for the field that adds a member. */
export const userSuggestionsQuery = (name: string) =>
  queryOptions({
    queryKey: ['users', 'suggestions', name],
    enabled: name !== '',
    placeholderData: keepPreviousData,
    queryFn: () => body(api.GET('/users/search', { params: { query: { username: name, page_size: 10 } } })),
  })

/** Groups that are known and whose names contain `name`. */
export const groupSuggestionsQuery = (name: string) =>
  queryOptions({
    queryKey: ['groups', 'suggestions', name],
    enabled: name !== '',
    placeholderData: keepPreviousData,
    queryFn: () => body(api.GET('/usergroups/search', { params: { query: { groupname: name, page_size: 10 } } })),
  })

/** A user by name; a group by id, DN or, of a provider, name. */
export type NewMember = Pick<components['schemas']['ProjectMember'], 'member_user' | 'member_group'>

function useRefreshed(project: string) {
  const queries = useQueryClient()
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['members', project] }),
      queries.invalidateQueries({ queryKey: ['projects'] }),
    ])
}

export function useAddMember(project: string) {
  return useMutation({
    mutationFn: ({ who, roleId }: { who: NewMember; roleId: number }) =>
      api.POST('/projects/{project_name_or_id}/members', {
        params: { path: { project_name_or_id: project } },
        body: { role_id: roleId, ...who },
      }),
    onSuccess: useRefreshed(project),
  })
}

export function useChangeRole(project: string) {
  return useMutation({
    mutationFn: ({ memberId, roleId }: { memberId: number; roleId: number }) =>
      api.PUT('/projects/{project_name_or_id}/members/{mid}', {
        params: { path: { project_name_or_id: project, mid: memberId } },
        body: { role_id: roleId },
      }),
    onSuccess: useRefreshed(project),
  })
}

export function useRemoveMember(project: string) {
  return useMutation({
    mutationFn: (memberId: number) =>
      api.DELETE('/projects/{project_name_or_id}/members/{mid}', {
        params: { path: { project_name_or_id: project, mid: memberId } },
      }),
    onSuccess: useRefreshed(project),
  })
}
