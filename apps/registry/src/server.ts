import { createHealth, healthAnswer, requestId, type Logger } from '@berth/telemetry'
import fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import { dispatch } from './http/dispatch.js'
import { sendError } from './http/errors.js'
import type { Services } from './http/services.js'
import { preflight } from './routes/internal/preflight.js'

declare module 'fastify' {
  interface FastifyRequest {
    /** Name of the endpoint that answers, for the access log. */
    endpoint: string
    /** User name, once known. */
    subject: string | undefined
  }
}

/** Longest path and query; a repository name has at most 255 characters, a push may carry a hundred tags. */
const MAX_URL = 16 * 1024

/** The data plane as an HTTP server, not yet listening. Closing it leaves `services` open. */
export function buildServer(services: Services, logger: Logger): FastifyInstance {
  const loggerInstance: FastifyBaseLogger = logger
  const app = fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    requestIdHeader: false,
    genReqId: (request) => requestId(request.headers['x-request-id']),
    routerOptions: { maxParamLength: MAX_URL, ignoreTrailingSlash: false },
    forceCloseConnections: 'idle',
  })
  // Bodies are streamed to files, or read up to a limit, by the endpoints.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, _payload, done) => done(null))
  app.decorateRequest('endpoint', '')
  app.decorateRequest('subject')
  app.addHook('onResponse', (request, reply, done) => {
    logAccess(request, reply)
    done()
  })
  app.setErrorHandler((error, request, reply) => sendError(services, request, reply, error))

  const health = createHealth({ database: () => services.metadata.check(), storage: () => services.blobs.check() })
  app.get('/healthz', async (_request, reply) => {
    const { statusCode, body } = healthAnswer(await health.check())
    return reply.code(statusCode).send(body)
  })
  app.get('/internal/preflight', (request, reply) => preflight(services, request, reply))
  for (const url of ['/v2', '/v2/', '/v2/*']) {
    app.all(url, (request, reply) => {
      reply.header('docker-distribution-api-version', 'registry/2.0')
      dispatch(services, request, reply).catch((error: unknown) => sendError(services, request, reply, error))
    })
  }
  return app
}

function logAccess(request: FastifyRequest, reply: FastifyReply): void {
  if (request.url === '/healthz' || request.url === '/internal/preflight') return
  request.log.info(
    {
      method: request.method,
      url: request.url,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      endpoint: request.endpoint,
      user: request.subject,
    },
    'request',
  )
}
