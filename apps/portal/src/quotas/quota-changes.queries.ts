import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../api/client'

export function useSetQuota() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, storage }: { id: number; storage: number }) =>
      api.PUT('/quotas/{quota_id}', { params: { path: { quota_id: id } }, body: { hard: { storage } } }),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['quotas'] }),
        queries.invalidateQueries({ queryKey: ['projects', 'summary'] }),
      ]),
  })
}
