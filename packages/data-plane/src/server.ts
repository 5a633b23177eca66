import type { IncomingMessage } from 'node:http'
import { createServer, type ServerOptions as ServerTls } from 'node:https'
import {
  createHealth,
  healthAnswer,
  refuseConnection,
  requestId,
  telemetryPlugin,
  type Logger,
  type Metrics,
} from '@berth/telemetry'
import fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerFactory,
  type FastifyServerOptions,
} from 'fastify'
import { DistributionError } from '@berth/oci'
import { dispatch } from './http/dispatch.js'
import { connectionRefusal, sendError } from './http/errors.js'
import { header } from './http/exchange.js'
import type { RouteMatch } from './http/match-route.js'
import type { Services } from './http/services.js'
import { preflight } from './routes/internal/preflight.js'
import { pull } from './routes/internal/pull.js'
import { room } from './routes/internal/room.js'
import { volume } from './routes/internal/volume.js'
import { routeTable } from './routes/route-table.js'

declare module 'fastify' {
  interface FastifyRequest {
    /** Name of the endpoint that answers, for the access log. */
    endpoint: string
    /** What its pattern has read from the path: `name`, `reference`, `digest`, `id`. */
    parts: RouteMatch['groups'] | undefined
    /** User name, once known. */
    subject: string | undefined
  }
}

/** Longest path and query; a repository name has at most 255 characters, a push may carry a hundred tags. */
const MAX_URL = 16 * 1024

export interface ServerOptions {
  /** For HTTPS. */
  readonly tls?: ServerTls | undefined
  /** Turns the path that a client asks for into one of `/v2/`. */
  readonly rewriteUrl?: (url: string) => string
  /** Whether the logger gets a line per request. */
  readonly logsAccess?: boolean
  /** Whether a request may speak for the proxy in front; absent: each may. */
  readonly isByProxy?: (request: IncomingMessage) => boolean
  /** Counts requests by endpoint, and is told at `/metrics`. */
  readonly metrics?: Metrics
}

/** The data plane as an HTTP server, not yet listening. Closing it leaves `services` open. */
export function buildServer(
  services: Services,
  logger: Logger,
  { tls, rewriteUrl = (url) => url, logsAccess = true, isByProxy, metrics }: ServerOptions = {},
): FastifyInstance {
  const loggerInstance: FastifyBaseLogger = logger
  const options: FastifyServerOptions = {
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    // One logger for all: a child per request costs more than most requests do. Lines carry the id instead.
    childLoggerFactory: (parent) => parent,
    requestIdHeader: false,
    genReqId: (request) => requestId(request.headers['x-request-id']),
    routerOptions: { maxParamLength: MAX_URL, ignoreTrailingSlash: false },
    forceCloseConnections: 'idle',
    // Before a route is found, as for a path that is no valid URL.
    frameworkErrors: (_error, request, reply) => {
      sendError(services, request, reply, new DistributionError('NAME_INVALID', 'malformed path'))
    },
    clientErrorHandler: refuseConnection(connectionRefusal),
    rewriteUrl: ({ url = '/' }) => rewriteUrl(originForm(url)),
    ...(tls && { serverFactory: overTls(tls) }),
  }
  const app = fastify(options)
  // Bodies are streamed to files, or read up to a limit, by the endpoints.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, _payload, done) => done(null))
  if (isByProxy)
    app.addHook('onRequest', ({ raw }, _reply, done) => {
      if (!isByProxy(raw)) delete raw.headers['x-berth-proxy']
      done()
    })
  app.decorateRequest('endpoint', '')
  app.decorateRequest('parts')
  app.decorateRequest('subject')
  if (logsAccess) {
    // None of what it writes is a secret, and looking for some costs four times what a line costs.
    const accessLogger = logger.child({}, { redact: [] })
    app.addHook('onResponse', (request, reply, done) => {
      logAccess(accessLogger, request, reply)
      done()
    })
  }
  // Also of a method that the framework does not know at a path that has others.
  app.setNotFoundHandler((request, reply) => answer(services, request, reply))
  app.setErrorHandler((error, request, reply) => sendError(services, request, reply, error))

  const health = createHealth({ database: () => services.metadata.check(), storage: () => services.blobs.check() })
  if (metrics) app.register(telemetryPlugin, { metrics, health, route: routeOf })
  else
    app.get('/healthz', async (_request, reply) => {
      const { statusCode, body } = healthAnswer(await health.check())
      return reply.code(statusCode).send(body)
    })
  if (services.grants) {
    app.get('/internal/preflight', (request, reply) => preflight(services, request, reply))
    app.get('/internal/pull', (request, reply) => pull(services, request, reply))
    app.get('/internal/room', (request, reply) => room(services, request, reply))
    app.get('/internal/volume', (request, reply) => volume(services, request, reply))
  }
  for (const url of ['/v2', '/v2/', '/v2/*']) {
    app.all(url, (request, reply) => {
      reply.header('docker-distribution-api-version', 'registry/2.0')
      answer(services, request, reply)
    })
  }
  return app
}

function answer(services: Services, request: FastifyRequest, reply: FastifyReply): void {
  dispatch(routeTable, services, request, reply).catch((error: unknown) => sendError(services, request, reply, error))
}

/** The path of a target that names scheme and host, too: every server has to take one. RFC 9112, 3.2.2. */
function originForm(target: string): string {
  const absolute = /^https?:\/\/[^/?]*/i.exec(target)
  return absolute ? target.slice(absolute[0].length).replace(/^(?!\/)/, '/') : target
}

/** The endpoint; of what the proxy asks, the path, which is one of two. */
function routeOf({ endpoint, routeOptions }: FastifyRequest): string {
  return endpoint || (routeOptions.url ?? 'none')
}

/** Without the limit that Node sets on the time of a whole request: a large layer takes as long as it takes. */
function overTls(tls: ServerTls): FastifyServerFactory {
  return (handler) => createServer({ ...tls, requestTimeout: 0 }, handler)
}

function logAccess(logger: Logger, request: FastifyRequest, reply: FastifyReply): void {
  if (request.url === '/healthz' || request.url.startsWith('/internal/')) return
  const level = isLoggedByProxy(request, reply) ? 'debug' : 'info'
  logger[level](
    {
      reqId: request.id,
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

/** The proxy logs every request; here is what changes something, or fails. A step of an upload changes nothing until the last one. */
function isLoggedByProxy(request: FastifyRequest, { statusCode }: FastifyReply): boolean {
  if (header(request, 'x-berth-proxy') === undefined) return false
  const isReading = request.method === 'GET' || request.method === 'HEAD'
  const isStep = (request.method === 'POST' || request.method === 'PATCH') && statusCode === 202
  return isStep || (isReading && statusCode < 500)
}
