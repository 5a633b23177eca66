import { queryOptions } from '@tanstack/react-query'
import { api, body, inPath } from '../api/client'

/** Below the keys of what a push changes, so that they are asked for again with it. */
export const repositoryUsageQuery = (project: string, repository: string) =>
  queryOptions({
    queryKey: ['repositories', project, 'usage', repository],
    queryFn: () =>
      body(
        api.GET('/projects/{project_name}/repositories/{repository_name}/usage', {
          params: { path: { project_name: project, repository_name: inPath(repository) } },
        }),
      ),
  })

/** Null where a large project has not been counted yet. */
export const projectUsageQuery = (project: string) =>
  queryOptions({
    queryKey: ['repositories', project, 'usage'],
    queryFn: () =>
      body(
        api.GET('/projects/{project_name_or_id}/usage', {
          params: { path: { project_name_or_id: project } },
        }),
      ),
  })
