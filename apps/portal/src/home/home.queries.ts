import { queryOptions } from '@tanstack/react-query'
import { api, body, type Answer } from '../api/client'

export const overviewQuery = () =>
  queryOptions({ queryKey: ['projects', 'overview'], queryFn: () => body(api.GET('/overview')) })

export type Overview = Answer<typeof overviewQuery>
