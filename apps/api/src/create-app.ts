import type { IncomingMessage } from 'node:http'
import cookie from '@fastify/cookie'
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import { isLocal } from '@berth/config'
import { UserError } from '@berth/contracts'
import { typeIn } from '@berth/oci'
import {
  asksForTelemetry,
  createMetrics,
  type Logger,
  refuseConnection,
  requestId,
  telemetryPlugin,
} from '@berth/telemetry'
import { type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import { AppModule } from './app.module.js'
import { Csrf } from './identity/csrf/csrf.service.js'
import { readSessionCookie } from './identity/sessions/session-cookie.js'
import { registerDocumentation } from './documentation/register-documentation.js'
import { boundBodies, MAX_BODY } from './edge/bodies.js'
import { connectionRefusal } from './edge/connection-refusal.js'
import { ErrorFilter, sendError } from './edge/error.filter.js'
import { KnownRoutes } from './edge/known-routes.js'
import { ResultInterceptor } from './edge/result.interceptor.js'
import { createValidationPipe } from './edge/validation.js'
import { nestLogger } from './logging.js'
import { RefusedChanges } from './operation/audit/refused-changes.js'
import { HealthService } from './operation/health/health.service.js'
import type { ApiSettings } from './api-settings.js'

const PREFIX = '/api/v2.0/'
const FORM = 'application/x-www-form-urlencoded'
/** A GET below it signs somebody in or out. */
const SIGN_IN = '/c/'

/** Routes outside `/api/v2.0`. */
const OUTSIDE = ['c/login', 'c/log_out', 'c/userExists', 'c/oidc/*path', 'service/token', 'api/version']

/** The whole api, not yet listening. `init()` or `listen()` migrates and fills the database. */
export async function createApp(settings: ApiSettings, logger: Logger): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: (_address: string, hop: number) => hop < settings.proxyHops,
    bodyLimit: MAX_BODY,
    genReqId: (request: IncomingMessage) => requestId(request.headers['x-request-id']),
    routerOptions: { maxParamLength: 2048, ignoreTrailingSlash: true },
    clientErrorHandler: refuseConnection(connectionRefusal),
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => sendError(error, request, reply),
  })
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of(settings), adapter, {
    logger: nestLogger(logger),
    abortOnError: false,
    forceCloseConnections: true,
  })
  app.setGlobalPrefix('api/v2.0', { exclude: OUTSIDE })
  boundBodies(app)
  await app.register(cookie)
  const health = app.get(HealthService)
  await app.register(telemetryPlugin, { metrics: createMetrics('api'), health })
  app.useGlobalPipes(createValidationPipe())
  app.useGlobalFilters(new ErrorFilter())
  app.useGlobalInterceptors(new ResultInterceptor())
  if (settings.socket !== undefined) believeOnlyLocal(app)
  addHooks(app, settings)
  await registerDocumentation(app)
  return app
}

/** Whoever is on this machine reaches the port, too, and would choose the address that their failures are counted for. */
function believeOnlyLocal(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance()
  fastify.addHook('onRequest', async ({ raw }) => {
    if (!isLocal(raw)) delete raw.headers['x-forwarded-for']
  })
}

function addHooks(app: NestFastifyApplication, { externalUrl }: ApiSettings): void {
  const csrf = app.get(Csrf)
  const refused = app.get(RefusedChanges)
  const fastify = app.getHttpAdapter().getInstance()
  const routes = new KnownRoutes()
  fastify.decorate('knownRoutes', routes)
  const changesByGet = (url: string | undefined) => url?.startsWith(SIGN_IN) === true
  fastify.addHook('onRoute', ({ method, url }) => {
    if (method !== 'HEAD' || !changesByGet(url)) routes.add(method, url)
  })
  // Programs that look ahead at addresses ask so: it changes nothing.
  fastify.addHook('onRequest', async ({ method, routeOptions }, reply) => {
    if (method !== 'HEAD' || !changesByGet(routeOptions.url)) return
    void reply.header('Allow', 'GET')
    throw new UserError('METHOD_NOT_ALLOWED', { method })
  })
  fastify.addHook('onRequest', async (request) => readSessionCookie(request, externalUrl))
  // Many clients name the type of a body also where they send none.
  fastify.addHook('onRequest', async ({ headers, url }) => {
    const { 'transfer-encoding': encoding, 'content-length': length = '0' } = headers
    if (encoding === undefined && length === '0') delete headers['content-type']
    // The forms of the portal's own routes are outside.
    else if (url.startsWith(PREFIX) && typeIn(headers['content-type']) === FORM) {
      throw new UserError('UNSUPPORTED_MEDIA_TYPE')
    }
  })
  fastify.addHook('onSend', async (request, reply) => {
    void reply.header('X-Request-Id', request.id)
    if (reply.getHeader('Cache-Control') === undefined) void reply.header('Cache-Control', 'no-store')
    if (!asksForTelemetry(request)) csrf.issue(request, reply)
    // Before the answer, which says no more than that whether or not it can be written down.
    await refused.tell(request).catch((error: unknown) => request.log.error({ err: error }, 'refusal not written down'))
  })
  fastify.addHook('onResponse', async (request, reply) => {
    if (asksForTelemetry(request)) return
    const { method, url, ip } = request
    const user = request.subject?.name || undefined
    request.log.info({ method, url, status: reply.statusCode, ms: Math.round(reply.elapsedTime), ip, user }, 'request')
  })
}
