import { expect, test, vi } from 'vitest'
import { createHealth, healthAnswer } from './health.js'

test('is healthy when every component is', async () => {
  const report = await createHealth({ database: async () => {}, redis: async () => {} }).check()
  expect(report).toEqual({
    status: 'healthy',
    components: [
      { name: 'database', status: 'healthy' },
      { name: 'redis', status: 'healthy' },
    ],
  })
  expect(healthAnswer(report)).toEqual({ statusCode: 200, body: { status: 'healthy' } })
})

test('names the components that are missing, and why', async () => {
  const health = createHealth(
    {
      database: () => Promise.reject(new Error('connection refused')),
      redis: () => new Promise(() => {}),
      storage: async () => {},
    },
    { timeoutMs: 20 },
  )
  expect(healthAnswer(await health.check())).toEqual({
    statusCode: 503,
    body: {
      status: 'unhealthy',
      components: [
        { name: 'database', status: 'unhealthy', error: 'connection refused' },
        { name: 'redis', status: 'unhealthy', error: 'no answer within 20 ms' },
      ],
    },
  })
})

test('asks a component once for callers at the same time, and again later', async () => {
  const check = vi.fn<() => Promise<void>>(async () => {})
  const health = createHealth({ database: check })
  await Promise.all([health.check(), health.check()])
  expect(check).toHaveBeenCalledTimes(1)
  await health.check()
  expect(check).toHaveBeenCalledTimes(2)
})
