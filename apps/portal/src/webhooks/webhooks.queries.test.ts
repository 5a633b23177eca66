import { QueryClient } from '@tanstack/react-query'
import { afterEach, expect, test } from 'vitest'
import { setLive } from '../api/live'
import { deliveriesQuery, webhooksQuery } from './webhooks.queries'

afterEach(() => setLive(false))

/** Until a query asks anew by itself, with these rows on the page. */
function pauseOf(query: object, items: object[]): unknown {
  const queries = new QueryClient()
  const options = queries.defaultQueryOptions({ queryKey: ['x'], ...query })
  const built = queries.getQueryCache().build(queries, options)
  built.setData({ items, total: items.length })
  const { refetchInterval } = options
  return typeof refetchInterval === 'function' ? refetchInterval(built) : refetchInterval
}

test.each([
  ['webhooks', webhooksQuery('dev'), { waiting: 0 }, { waiting: 2 }],
  ['deliveries', deliveriesQuery('dev', 3, 'all', {}), { status: 'Success' }, { status: 'Pending' }],
])('%s are asked for often while something waits, or while nobody tells of changes', (_what, query, rests, waits) => {
  expect(pauseOf(query, [rests])).toBe(5_000)
  setLive(true)
  expect(pauseOf(query, [rests])).toBe(60_000)
  expect(pauseOf(query, [rests, waits])).toBe(5_000)
})
