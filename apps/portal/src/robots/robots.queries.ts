import type { components } from '@berth/api-client'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, page, type Row } from '../api/client'
import { contains, listQuery, type ListSearch } from '../lists/list-state'

export const defaultRobotSort = 'name'

/** Whose robots: those of the system, or of a project. */
export type RobotOwner = 'system' | { readonly project: string }

export const robotsQuery = (owner: RobotOwner, search: ListSearch) =>
  queryOptions({
    queryKey: ['robots', owner, search],
    placeholderData: keepPreviousData,
    queryFn: () => {
      const query = { ...listQuery(search, defaultRobotSort), ...contains('name', search.q) }
      if (owner === 'system') return page(api.GET('/robots', { params: { query } }))
      const path = { project_name_or_id: owner.project }
      return page(api.GET('/projects/{project_name_or_id}/robots', { params: { path, query } }))
    },
  })

export type Robot = Row<typeof robotsQuery>
type Schemas = components['schemas']
export type RobotRights = Schemas['RobotCreate']['permissions']
export type Access = Schemas['Access']
