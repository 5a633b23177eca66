import type { Configuration } from '@berth/distribution-config'
import type { Metrics } from '@berth/telemetry'
import fastify, { type FastifyInstance } from 'fastify'
import type { HealthMonitor } from '../health/monitor.js'

type Debug = NonNullable<Configuration['http']['debug']>

/** The listener of `http.debug`: `/debug/health`, and metrics where they are on. Not yet listening. */
export function buildDebugServer({ prometheus }: Debug, monitor: HealthMonitor, metrics: Metrics): FastifyInstance {
  const app = fastify({ forceCloseConnections: true })
  app.get('/debug/health', (_request, reply) => {
    reply.code(monitor.healthy ? 200 : 503).send(monitor.failing)
  })
  if (prometheus.enabled)
    app.get(prometheus.path, async (_request, reply) => {
      reply.header('content-type', metrics.contentType)
      return metrics.text()
    })
  return app
}
