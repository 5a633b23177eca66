import type { components } from '@berth/api-client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, body } from '../api/client'
import { tokensQuery } from './tokens.queries'

function useRefreshed() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: tokensQuery.queryKey })
}

export function useCreateToken() {
  return useMutation({
    mutationFn: (token: components['schemas']['AccessTokenReq']) =>
      body(api.POST('/users/current/tokens', { body: token })),
    onSuccess: useRefreshed(),
  })
}

export function useRevokeToken() {
  return useMutation({
    mutationFn: (id: number) => api.DELETE('/users/current/tokens/{token_id}', { params: { path: { token_id: id } } }),
    onSettled: useRefreshed(),
  })
}
