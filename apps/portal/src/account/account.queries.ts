import type { components } from '@berth/api-client'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, signInFailure } from '../api/client'
import { currentUserQuery } from '../session/session.queries'

/** An error as what is known, not as what failed: the page is about it. */
export const signInFailureQuery = queryOptions({ queryKey: ['sign-in-failure'], queryFn: signInFailure })

export function useSignUp() {
  return useMutation({
    mutationFn: (user: components['schemas']['UserCreationReq']) => api.POST('/users', { body: user }),
  })
}

export function useUpdateProfile(userId: number) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (profile: { email: string; realname: string; comment: string }) =>
      api.PUT('/users/{user_id}', { params: { path: { user_id: userId } }, body: profile }),
    onSuccess: () => queries.invalidateQueries({ queryKey: currentUserQuery.queryKey }),
  })
}

export function useChangePassword(userId: number) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (passwords: { old_password: string; new_password: string }) =>
      api.PUT('/users/{user_id}/password', { params: { path: { user_id: userId } }, body: passwords }),
    // It may have been the one that a notice warns of.
    onSuccess: () => queries.invalidateQueries({ queryKey: currentUserQuery.queryKey }),
  })
}
