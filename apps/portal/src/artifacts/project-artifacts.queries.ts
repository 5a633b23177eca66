import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, page } from '../api/client'
import { contains, listQuery, listSearch } from '../lists/list-state'
import type { ProjectArtifactsSearch } from './artifacts.search'

export const defaultArtifactSort = '-push_time'

/** Artifacts of all repositories of a project. */
export const projectArtifactsQuery = (project: string, search: ProjectArtifactsSearch) =>
  queryOptions({
    queryKey: ['repositories', project, 'all artifacts', listSearch(search), search.type],
    placeholderData: keepPreviousData,
    queryFn: () => {
      const asked = [contains('tags', search.q).q, search.type && `type=${search.type}`].filter(Boolean).join(',')
      return page(
        api.GET('/projects/{project_name_or_id}/artifacts', {
          params: {
            path: { project_name_or_id: project },
            query: {
              ...listQuery(search, defaultArtifactSort),
              with_accessory: 'false',
              ...(asked === '' ? {} : { q: asked }),
            },
          },
        }),
      )
    },
  })
