import { queryOptions } from '@tanstack/react-query'
import { api, body } from '../api/client'

/** The project whose pages are open. */
export const projectQuery = (name: string) =>
  queryOptions({
    queryKey: ['projects', 'one', name],
    queryFn: () => body(api.GET('/projects/{project_name_or_id}', { params: { path: { project_name_or_id: name } } })),
  })

/** How much it holds, and whose images it keeps copies of. */
export const projectSummaryQuery = (name: string) =>
  queryOptions({
    queryKey: ['projects', 'summary', name],
    queryFn: () =>
      body(api.GET('/projects/{project_name_or_id}/summary', { params: { path: { project_name_or_id: name } } })),
  })
