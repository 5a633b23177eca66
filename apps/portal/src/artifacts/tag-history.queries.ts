import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, body, inPath, page, type Row } from '../api/client'

/** Entries that are shown of a tag, the newest first. */
const SHOWN = 50

export const tagHistoryQuery = (project: string, repository: string, tag: string) =>
  queryOptions({
    queryKey: ['repositories', project, 'tag history', repository, tag],
    queryFn: () =>
      page(
        api.GET('/projects/{project_name}/repositories/{repository_name}/tags/{tag_name}/history', {
          params: {
            path: { project_name: project, repository_name: inPath(repository), tag_name: tag },
            query: { page: 1, page_size: SHOWN },
          },
        }),
      ),
  })

export type TagEvent = Row<typeof tagHistoryQuery>

/** Points the tag at what it named before an entry. */
export function useTakeTagBack(project: string, repository: string, tag: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (event: number) =>
      body(
        api.POST('/projects/{project_name}/repositories/{repository_name}/tags/{tag_name}/history/{event_id}/restore', {
          params: {
            path: { project_name: project, repository_name: inPath(repository), tag_name: tag, event_id: event },
          },
        }),
      ),
    // Also where it failed: then the history was out of date.
    onSettled: () => queries.invalidateQueries({ queryKey: ['repositories', project] }),
  })
}
