import type { components } from '@berth/api-client'
import { queryOptions } from '@tanstack/react-query'
import { api, body } from '../api/client'

export type AccessToken = components['schemas']['AccessToken']

export const tokensQuery = queryOptions({
  queryKey: ['account', 'tokens'],
  queryFn: () => body(api.GET('/users/current/tokens')),
})
