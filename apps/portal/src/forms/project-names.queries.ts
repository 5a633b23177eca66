import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, body } from '../api/client'

/** Names of projects that contain what is typed: the first ten. */
export const projectNamesQuery = (typed: string) =>
  queryOptions({
    queryKey: ['projects', 'names', typed],
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const projects = await body(api.GET('/projects', { params: { query: { name: typed, page_size: 10 } } }))
      return projects.map(({ name }) => name)
    },
  })
