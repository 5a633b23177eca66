import type { components } from '@berth/api-client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../api/client'

type Schemas = components['schemas']

export type RegistryCreation = Schemas['RegistryCreation']
export type RegistryUpdate = Schemas['RegistryUpdate']
export type RegistryPing = Schemas['RegistryPing']

function useRefreshed() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['registries'] })
}

export function useCreateRegistry() {
  return useMutation({
    mutationFn: (body: RegistryCreation) => api.POST('/registries', { body }),
    onSuccess: useRefreshed(),
  })
}

export function useUpdateRegistry() {
  return useMutation({
    mutationFn: ({ id, ...body }: { id: number } & RegistryUpdate) =>
      api.PUT('/registries/{id}', { params: { path: { id } }, body }),
    onSuccess: useRefreshed(),
  })
}

export function useDeleteRegistry() {
  return useMutation({
    mutationFn: (id: number) => api.DELETE('/registries/{id}', { params: { path: { id } } }),
    onSuccess: useRefreshed(),
  })
}

export function usePingRegistry() {
  return useMutation({ mutationFn: (body: RegistryPing) => api.POST('/registries/ping', { body }) })
}
