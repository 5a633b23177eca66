import type { components } from '@berth/api-client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../api/client'
import { projectQuery } from '../session/project.queries'
import type { LabelOwner } from './labels.queries'

export type LabelFields = Required<components['schemas']['LabelUpdateReq']>

function useRefreshed() {
  const queries = useQueryClient()
  // Artifacts are shown with their labels.
  return () => Promise.all([['labels'], ['repositories']].map((queryKey) => queries.invalidateQueries({ queryKey })))
}

export function useCreateLabel(owner: LabelOwner) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (fields: LabelFields) => {
      if (owner === 'system') return api.POST('/labels', { body: { ...fields, scope: 'g' } })
      const { project_id } = await queries.ensureQueryData(projectQuery(owner.project))
      return api.POST('/labels', { body: { ...fields, scope: 'p', project_id } })
    },
    onSuccess: useRefreshed(),
  })
}

export function useUpdateLabel() {
  return useMutation({
    mutationFn: ({ id, ...fields }: { id: number } & LabelFields) =>
      api.PUT('/labels/{label_id}', { params: { path: { label_id: id } }, body: fields }),
    onSuccess: useRefreshed(),
  })
}

export function useDeleteLabel() {
  return useMutation({
    mutationFn: (id: number) => api.DELETE('/labels/{label_id}', { params: { path: { label_id: id } } }),
    onSuccess: useRefreshed(),
  })
}
