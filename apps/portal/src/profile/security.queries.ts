import type { components } from '@berth/api-client'
import { queryOptions } from '@tanstack/react-query'
import { api, body } from '../api/client'

export const secondFactorQuery = queryOptions({
  queryKey: ['account', 'second-factor'],
  queryFn: () => body(api.GET('/users/current/second_factor')),
})

export const sessionsQuery = queryOptions({
  queryKey: ['account', 'sessions'],
  queryFn: () => body(api.GET('/users/current/sessions')),
})

export type Session = components['schemas']['Session']
