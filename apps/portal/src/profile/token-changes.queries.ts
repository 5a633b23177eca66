import type { components } from '@berth/api-client'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, body, page } from '../api/client'
import { tokensQuery } from './tokens.queries'

/** Projects for the field that asks for some, by a part of their name. */
export const projectNamesQuery = (typed: string) =>
  queryOptions({
    queryKey: ['account', 'project-names', typed],
    staleTime: 30_000,
    queryFn: async () => {
      const { items } = await page(api.GET('/projects', { params: { query: { name: typed, page_size: 20 } } }))
      return items.map(({ name }) => name)
    },
  })

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
