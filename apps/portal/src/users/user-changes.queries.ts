import type { components } from '@berth/api-client'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, body } from '../api/client'

/** People of the directory whose user names contain `name`. */
export const directoryPeopleQuery = (name: string) =>
  queryOptions({
    queryKey: ['users', 'directory', name],
    enabled: name !== '',
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: () => body(api.GET('/ldap/users/search', { params: { query: { username: name } } })),
  })

function useRefreshed() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['users'] })
}

export function useCreateUser() {
  return useMutation({
    mutationFn: (user: components['schemas']['UserCreationReq']) => api.POST('/users', { body: user }),
    onSuccess: useRefreshed(),
  })
}

export function useImportUsers() {
  return useMutation({
    mutationFn: (names: string[]) => api.POST('/ldap/users/import', { body: { ldap_uid_list: names } }),
    onSuccess: useRefreshed(),
  })
}

export function useSetAdmin() {
  return useMutation({
    mutationFn: ({ userId, admin }: { userId: number; admin: boolean }) =>
      api.PUT('/users/{user_id}/sysadmin', {
        params: { path: { user_id: userId } },
        body: { sysadmin_flag: admin },
      }),
    onSuccess: useRefreshed(),
  })
}

export function useDeleteUser() {
  return useMutation({
    mutationFn: (userId: number) => api.DELETE('/users/{user_id}', { params: { path: { user_id: userId } } }),
    onSuccess: useRefreshed(),
  })
}

export function useResetPassword() {
  return useMutation({
    mutationFn: ({ userId, password }: { userId: number; password: string }) =>
      api.PUT('/users/{user_id}/password', {
        params: { path: { user_id: userId } },
        body: { new_password: password },
      }),
  })
}

export const identitiesQuery = (userId: number) =>
  queryOptions({
    queryKey: ['users', 'identities', userId],
    queryFn: () => body(api.GET('/users/{user_id}/identities', { params: { path: { user_id: userId } } })),
  })

export type UserIdentity = components['schemas']['UserIdentity']

export function useLinkIdentity(userId: number) {
  return useMutation({
    mutationFn: (identity: components['schemas']['UserIdentityLinkReq']) =>
      api.POST('/users/{user_id}/identities', { params: { path: { user_id: userId } }, body: identity }),
    onSuccess: useRefreshed(),
  })
}

export function useUnlinkIdentity(userId: number) {
  return useMutation({
    mutationFn: (identity: number) =>
      api.DELETE('/users/{user_id}/identities/{identity_id}', {
        params: { path: { user_id: userId, identity_id: identity } },
      }),
    onSuccess: useRefreshed(),
  })
}

export function useEndSessionsOf() {
  return useMutation({
    mutationFn: (userId: number) => api.DELETE('/users/{user_id}/sessions', { params: { path: { user_id: userId } } }),
  })
}

export function useRemoveSecondFactor() {
  return useMutation({
    mutationFn: (userId: number) =>
      api.DELETE('/users/{user_id}/second_factor', { params: { path: { user_id: userId } } }),
    onSuccess: useRefreshed(),
  })
}
