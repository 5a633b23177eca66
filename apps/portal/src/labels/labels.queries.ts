import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, page, type Row } from '../api/client'
import { listQuery, type ListSearch } from '../lists/list-state'
import { projectQuery } from '../session/project.queries'

export const defaultLabelSort = 'name'

/** Whose labels: those of every project, or of one. */
export type LabelOwner = 'system' | { readonly project: string }

export const labelsQuery = (owner: LabelOwner, search: ListSearch) =>
  queryOptions({
    queryKey: ['labels', owner, search],
    placeholderData: keepPreviousData,
    queryFn: async ({ client }) => {
      // Labels know their project by its id.
      const scope =
        owner === 'system'
          ? ({ scope: 'g' } as const)
          : ({
              scope: 'p',
              project_id: (await client.ensureQueryData(projectQuery(owner.project))).project_id,
            } as const)
      const query = {
        ...listQuery(search, defaultLabelSort),
        ...scope,
        ...(search.q !== undefined && { name: search.q }),
      }
      return page(api.GET('/labels', { params: { query } }))
    },
  })

export type Label = Row<typeof labelsQuery>
