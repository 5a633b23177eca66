import type { components } from '@berth/api-client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, body } from '../api/client'
import type { TokenOwner } from './tokens.queries'

function useRefreshed() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['tokens'] })
}

export function useCreateToken() {
  return useMutation({
    mutationFn: (token: components['schemas']['AccessTokenReq']) =>
      body(api.POST('/users/current/tokens', { body: token })),
    onSuccess: useRefreshed(),
  })
}

export function useRevokeToken(owner: TokenOwner) {
  return useMutation({
    mutationFn: (id: number) =>
      owner === 'reader'
        ? api.DELETE('/users/current/tokens/{token_id}', { params: { path: { token_id: id } } })
        : api.DELETE('/users/{user_id}/tokens/{token_id}', { params: { path: { user_id: owner, token_id: id } } }),
    onSettled: useRefreshed(),
  })
}
