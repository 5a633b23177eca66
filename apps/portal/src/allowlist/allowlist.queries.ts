import type { components } from '@berth/api-client'
import { queryOptions } from '@tanstack/react-query'
import { api, body } from '../api/client'

export type Allowlist = components['schemas']['CVEAllowlistReq']

/** The list of the platform. */
export const allowlistQuery = queryOptions({
  queryKey: ['cve-allowlist'],
  queryFn: () => body(api.GET('/system/CVEAllowlist')),
})
