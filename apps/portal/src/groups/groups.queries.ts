import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, page, type Row } from '../api/client'
import { listQuery, type ListSearch } from '../lists/list-state'

export const defaultGroupSort = 'group_name'

export const groupsQuery = (search: ListSearch) =>
  queryOptions({
    queryKey: ['groups', 'list', search],
    placeholderData: keepPreviousData,
    queryFn: () =>
      page(
        api.GET('/usergroups', {
          params: {
            query: {
              ...listQuery(search, defaultGroupSort),
              ...(search.q === undefined ? {} : { group_name: search.q }),
            },
          },
        }),
      ),
  })

export type Group = Row<typeof groupsQuery>
