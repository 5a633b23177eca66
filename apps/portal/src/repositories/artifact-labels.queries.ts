import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, body, inPath } from '../api/client'
import { projectQuery } from '../session/project.queries'

/** Labels that artifacts of a project can have: its own and the global ones, the first 100 of each. */
export const labelChoicesQuery = (project: string) =>
  queryOptions({
    queryKey: ['labels', 'choices', project],
    queryFn: async ({ client }) => {
      const { project_id } = await client.ensureQueryData(projectQuery(project))
      const some = { page_size: 100, sort: 'name' }
      const [own, global] = await Promise.all([
        body(api.GET('/labels', { params: { query: { ...some, scope: 'p', project_id } } })),
        body(api.GET('/labels', { params: { query: { ...some, scope: 'g' } } })),
      ])
      return [...own, ...global]
    },
  })

/** Puts labels on an artifact, and takes them off. */
export function useArtifactLabels(project: string, repository: string, reference: string) {
  const queries = useQueryClient()
  const path = { project_name: project, repository_name: inPath(repository), reference }
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['repositories', project] })
  const add = useMutation({
    mutationFn: (id: number) =>
      api.POST('/projects/{project_name}/repositories/{repository_name}/artifacts/{reference}/labels', {
        params: { path },
        body: { id },
      }),
    onSuccess,
  })
  const remove = useMutation({
    mutationFn: (id: number) =>
      api.DELETE('/projects/{project_name}/repositories/{repository_name}/artifacts/{reference}/labels/{label_id}', {
        params: { path: { ...path, label_id: id } },
      }),
    onSuccess,
  })
  return { add, remove }
}
