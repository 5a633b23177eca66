import type { FastifyInstance, FastifyRequest } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import { healthAnswer, type Health } from './health.js'
import type { Metrics } from './metrics.js'

export interface TelemetryOptions {
  readonly metrics: Metrics
  readonly health: Health
  /** What a request counts as in the metrics: one of a bounded set. The pattern of its route unless told. */
  readonly route?: (request: FastifyRequest) => string
}

const PATHS: ReadonlySet<string> = new Set(['/healthz', '/metrics'])

/** Whether a request asks how the service is, and for nothing that the service is there for. */
export function asksForTelemetry(request: Pick<FastifyRequest, 'url'>): boolean {
  return PATHS.has(request.url)
}

/** No route matched: the path is the client's, and must not become a label. */
const patternOf = (request: FastifyRequest): string => request.routeOptions.url ?? 'none'

/**
 * Gives a server `GET /healthz` and `GET /metrics`, and counts what it answers besides. Both are for operators and for the services
 * next to it: the proxy does not let them out.
 */
export const telemetryPlugin = fastifyPlugin(
  async (app: FastifyInstance, { metrics, health, route = patternOf }: TelemetryOptions) => {
    app.get('/healthz', async (_request, reply) => {
      const { statusCode, body } = healthAnswer(await health.check())
      return reply.code(statusCode).send(body)
    })
    app.get('/metrics', async (_request, reply) => reply.type(metrics.contentType).send(await metrics.text()))
    app.addHook('onResponse', (request, reply, done) => {
      if (!asksForTelemetry(request)) {
        metrics.request(request.method, route(request), reply.statusCode, reply.elapsedTime / 1000)
      }
      done()
    })
  },
  { name: 'berth-telemetry' },
)
