import type { components } from '@berth/api-client'
import { queryOptions } from '@tanstack/react-query'
import { api, body } from '../api/client'

export type AccessToken = components['schemas']['AccessToken']

/** Whose: the reader's own, or those of the user with this id. */
export type TokenOwner = 'reader' | number

export const tokensQuery = (owner: TokenOwner) =>
  queryOptions({
    queryKey: ['tokens', owner],
    queryFn: () =>
      owner === 'reader'
        ? body(api.GET('/users/current/tokens'))
        : body(api.GET('/users/{user_id}/tokens', { params: { path: { user_id: owner } } })),
  })
