import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, page } from '../api/client'
import { type ProxyForm, proxyMetadataOf } from './proxy-form'

/** Registries as they are offered at once; of more, one is found by its name. */
export const registryChoicesQuery = (name: string) =>
  queryOptions({
    queryKey: ['registries', 'choices', name],
    queryFn: () =>
      page(
        api.GET('/registries', {
          params: { query: { page_size: 50, sort: 'name', ...(name !== '' && { name }) } },
        }),
      ),
  })

export function useSaveProxySettings(project: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (form: ProxyForm) =>
      api.PUT('/projects/{project_name_or_id}', {
        params: { path: { project_name_or_id: project } },
        body: { metadata: proxyMetadataOf(form) },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['projects', 'one', project] }),
  })
}
