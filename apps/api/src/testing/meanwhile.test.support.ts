import { expect } from 'vitest'
import type { ApiUnderTest } from './api.test.support.js'

/** What comes of a request that waits for a change of `id` which others make meanwhile. */
export async function meanwhile(
  api: ApiUnderTest,
  change: string,
  id: number,
  request: Parameters<ApiUnderTest['call']>[0],
): ReturnType<ApiUnderTest['call']> {
  const other = await api.database.pool.connect()
  const waiting = () =>
    api.database.pool.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
  try {
    await other.query('begin')
    await other.query(change, [id])
    const answer = api.call(request)
    await expect.poll(async () => (await waiting()).rowCount, { timeout: 5_000 }).toBe(1)
    await other.query('commit')
    return await answer
  } finally {
    // Not back to the pool: its transaction may still be open.
    other.release(true)
  }
}
