import { healthAnswer, type Health, type Metrics } from '@berth/telemetry'
import { fastify, type FastifyInstance } from 'fastify'

/** What the service shows to its operators: `GET /healthz` and `GET /metrics`. */
export function createServer(health: Health, metrics: Metrics): FastifyInstance {
  const server = fastify()
  server.get('/healthz', async (_request, reply) => {
    const { statusCode, body } = healthAnswer(await health.check())
    return reply.code(statusCode).send(body)
  })
  server.get('/metrics', async (_request, reply) => reply.type(metrics.contentType).send(await metrics.text()))
  return server
}
