import { fastify } from 'fastify'
import { expect, test } from 'vitest'
import { createHealth } from './health.js'
import { createMetrics } from './metrics.js'
import { asksForTelemetry, telemetryPlugin } from './telemetry-plugin.js'

async function startServer(check: () => Promise<void> = async () => {}) {
  const app = fastify()
  await app.register(telemetryPlugin, { metrics: createMetrics('api'), health: createHealth({ database: check }) })
  app.get('/projects/:name', async (_request, reply) => reply.code(204).send())
  const get = (url: string) => app.inject({ method: 'GET', url })
  return { get, metrics: async () => (await get('/metrics')).body }
}

test('says that the service is well, or what is missing', async () => {
  const well = await startServer()
  expect((await well.get('/healthz')).json()).toEqual({ status: 'healthy' })
  const ill = await (await startServer(() => Promise.reject(new Error('gone')))).get('/healthz')
  expect(ill.statusCode).toBe(503)
  expect(ill.json()).toMatchObject({ components: [{ name: 'database', error: 'gone' }] })
})

test('counts requests by the pattern of their route, never by their path', async () => {
  const { get, metrics } = await startServer()
  await get('/projects/dev')
  await get('/projects/prod')
  await get('/no/such/path')
  const text = await metrics()
  expect(text).toMatch(/berth_http_request_duration_seconds_count\{.*route="\/projects\/:name",status="204".*\} 2/)
  expect(text).toMatch(/berth_http_request_duration_seconds_count\{.*route="none",status="404".*\} 1/)
  expect(text).not.toMatch(/prod|such/)
})

test('does not count questions about the service itself', async () => {
  const { get, metrics } = await startServer()
  await get('/healthz')
  await metrics()
  expect(await metrics()).not.toContain('berth_http_request_duration_seconds_count')
  expect(asksForTelemetry({ url: '/healthz' })).toBe(true)
  expect(asksForTelemetry({ url: '/api/v2.0/health' })).toBe(false)
})
