import { queryOptions } from '@tanstack/react-query'
import { api, body, page } from '../api/client'
import { unlessLive } from '../api/live'

const ASK_EVERY = 60_000
/** More than so many are not counted. */
export const MOST = 20

/** Components that do not work as they should. */
export const unhealthyQuery = queryOptions({
  queryKey: ['health', 'unhealthy'],
  refetchInterval: ASK_EVERY,
  queryFn: async () => {
    const { components } = await body(api.GET('/health'))
    return components.filter(({ status }) => status === 'unhealthy').map(({ name }) => name)
  },
})

/** Projects, the one that is nearest its limit first. */
export const fullestQuery = queryOptions({
  queryKey: ['quotas', 'fullest'],
  queryFn: async () =>
    (await page(api.GET('/quotas', { params: { query: { page: 1, page_size: MOST, sort: '-share' } } }))).items,
})

/** The runs that failed last. */
export const failedRunsQuery = queryOptions({
  queryKey: ['jobs', 'failed'],
  refetchInterval: () => unlessLive(ASK_EVERY),
  queryFn: async () => {
    const query = { page: 1, page_size: MOST, sort: '-id', q: 'status=error' }
    return (await page(api.GET('/jobservice/jobs', { params: { query } }))).items
  },
})

/** The disk of the blobs; undefined while the registry does not say. */
export const diskQuery = queryOptions({
  queryKey: ['health', 'disk'],
  refetchInterval: ASK_EVERY,
  queryFn: async () => (await body(api.GET('/systeminfo/volumes'))).storage[0] ?? null,
})
