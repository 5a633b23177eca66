import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, body } from '../api/client'

/** How the reader signs in. The CLI secret, which the server tells as well, is not kept. */
export const accountQuery = queryOptions({
  queryKey: ['account', 'user'],
  queryFn: async () => {
    const { has_password: hasPassword, identity_sources: sources, ...user } = await body(api.GET('/users/current'))
    return { hasPassword, sources, hasCliSecret: user.oidc_user_meta?.secret !== undefined }
  },
})

/** Tells the secret: one that the server made is read from it. */
export function useSetCliSecret(userId: number) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (secret: string) => {
      await api.PUT('/users/{user_id}/cli_secret', { params: { path: { user_id: userId } }, body: { secret } })
      const { oidc_user_meta: meta } = await body(api.GET('/users/current'))
      return meta?.secret ?? secret
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: accountQuery.queryKey }),
    gcTime: 0,
  })
}
