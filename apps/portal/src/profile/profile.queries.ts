import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../api/client'
import { currentUserQuery } from '../session/session.queries'
import { sessionsQuery } from './security.queries'

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
    onSuccess: () => {
      // It may have been the one that a notice warns of, and it has ended the other sessions.
      void queries.invalidateQueries({ queryKey: currentUserQuery.queryKey })
      void queries.invalidateQueries({ queryKey: sessionsQuery.queryKey })
    },
  })
}
