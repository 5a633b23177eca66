import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { ApiError } from '../api/api-error'
import { api, body, inPath } from '../api/client'
import { contains } from '../lists/list-state'

/** What the server takes for a word. */
export const LONGEST = 255
/** Of one kind so many are shown. */
const SHOWN = 6

/** Projects, repositories, tags and artifacts by one word, as far as the reader may see them. */
export const searchAllQuery = (term: string, { page, rows } = { page: 1, rows: SHOWN }) =>
  queryOptions({
    queryKey: ['search', 'all', term, page, rows],
    enabled: term !== '',
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) =>
      body(api.GET('/search/all', { params: { query: { q: term, page, page_size: rows } }, signal })),
  })

/** A repository, and what the reader looks for in it. */
interface Wanted {
  project: string
  repository: string
  /** A tag or a digest; absent: the repository itself. */
  reference: string | undefined
}

/** Whether there is what somebody has pasted, for this reader. */
export const existsQuery = ({ project, repository, reference }: Wanted) =>
  queryOptions({
    queryKey: ['search', 'exists', project, repository, reference],
    retry: false,
    queryFn: async () => {
      const path = { project_name: project, repository_name: inPath(repository) }
      try {
        await (reference === undefined
          ? api.GET('/projects/{project_name}/repositories/{repository_name}', { params: { path } })
          : api.GET('/projects/{project_name}/repositories/{repository_name}/artifacts/{reference}', {
              params: { path: { ...path, reference } },
            }))
        return true
      } catch (error) {
        // Whoever may not see it is told no more.
        if (error instanceof ApiError && [401, 403, 404].includes(error.status)) return false
        throw error
      }
    },
  })

/** Tags whose names contain `term`, in the repository that is open. */
export const tagSearchQuery = ({ project, repository }: Omit<Wanted, 'reference'>, term: string) =>
  queryOptions({
    queryKey: ['search', 'tags', project, repository, term],
    placeholderData: keepPreviousData,
    queryFn: async () =>
      body(
        api.GET('/projects/{project_name}/repositories/{repository_name}/tags', {
          params: {
            path: { project_name: project, repository_name: inPath(repository) },
            query: { page: 1, page_size: SHOWN, ...contains('name', term) },
          },
        }),
      ),
  })
