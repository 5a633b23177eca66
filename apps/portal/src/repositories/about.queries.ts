import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, body, inPath } from '../api/client'

const at = '/projects/{project_name}/repositories/{repository_name}'
const pathOf = (project: string, repository: string) => ({
  path: { project_name: project, repository_name: inPath(repository) },
})

export const repositoryQuery = (project: string, repository: string) =>
  queryOptions({
    queryKey: ['repositories', project, 'about', repository],
    queryFn: () => body(api.GET(at, { params: pathOf(project, repository) })),
  })

export function useDescribeRepository(project: string, repository: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (description: string) => api.PUT(at, { params: pathOf(project, repository), body: { description } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['repositories', project] }),
  })
}
