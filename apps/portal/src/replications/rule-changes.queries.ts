import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../api/client'
import { type GivenRule, KEY } from './replications.queries'

function useRefreshed() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ predicate: ({ queryKey: [first] }) => String(first).startsWith(KEY) })
}

/** Makes a rule, or changes the one with this id. */
export function useSaveRule() {
  return useMutation({
    mutationFn: async ({ id, given }: { id: number | undefined; given: GivenRule }): Promise<void> => {
      if (id === undefined) await api.POST('/replication/policies', { body: given })
      else await api.PUT('/replication/policies/{id}', { params: { path: { id } }, body: given })
    },
    onSuccess: useRefreshed(),
  })
}

export function useDeleteRule() {
  return useMutation({
    mutationFn: (id: number) => api.DELETE('/replication/policies/{id}', { params: { path: { id } } }),
    onSuccess: useRefreshed(),
  })
}

/** Resolves to the id of the run. */
export function useStartRule() {
  return useMutation({
    mutationFn: async (id: number) => {
      const { response } = await api.POST('/replication/executions', { body: { policy_id: id } })
      return Number(response.headers.get('location')?.split('/').at(-1))
    },
    onSuccess: useRefreshed(),
  })
}
