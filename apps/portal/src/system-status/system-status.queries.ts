import { queryOptions } from '@tanstack/react-query'
import { api, body, page } from '../api/client'

const SHOWN = 10
const ASK_EVERY = 30_000

export const componentsQuery = queryOptions({
  queryKey: ['health', 'components'],
  refetchInterval: ASK_EVERY,
  queryFn: () => body(api.GET('/health')),
})

/** The disk of the blobs; null while the registry does not say. */
export const volumeQuery = queryOptions({
  queryKey: ['health', 'volume'],
  refetchInterval: ASK_EVERY,
  queryFn: async () => (await body(api.GET('/systeminfo/volumes'))).storage[0] ?? null,
})

export const statisticsQuery = queryOptions({
  queryKey: ['projects', 'statistics'],
  queryFn: () => body(api.GET('/statistics')),
})

export const mostPulledQuery = queryOptions({
  queryKey: ['repositories', 'all', 'most pulled'],
  queryFn: async () => {
    const query = { page: 1, page_size: SHOWN, sort: '-pull_count' }
    const { items } = await page(api.GET('/repositories', { params: { query } }))
    return items.map(({ name, pull_count: value }) => ({ name, value }))
  },
})

export const topsQuery = queryOptions({
  queryKey: ['projects', 'statistics', 'top'],
  queryFn: () => body(api.GET('/statistics/top')),
})
