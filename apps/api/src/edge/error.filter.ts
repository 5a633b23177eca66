import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common'
import { type BerthError, UserError } from '@berth/contracts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { errorLanguage } from './error-language.js'
import type { KnownRoutes } from './known-routes.js'
import { toBerthError } from './to-berth-error.js'

declare module 'fastify' {
  interface FastifyInstance {
    knownRoutes?: KnownRoutes
  }
  interface FastifyRequest {
    /** What the request is answered with, where that is an error. */
    refusal?: { readonly reason: string; readonly status: number }
  }
}

/** The one place where errors become HTTP: Harbor's shape, in the client's language. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp()
    sendError(thrown, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>())
  }
}

/** Scripts look for the whole answer to these, as Harbor has it. */
const comparedWhole: ReadonlySet<string> = new Set(['PROJECT_CREATION_RESTRICTED'])

/** At an address that there is, another method is not allowed. */
function refuseMethod(error: BerthError, request: FastifyRequest, reply: FastifyReply): BerthError {
  if (error.reason !== 'NOT_FOUND' || !request.is404) return error
  const [path = ''] = request.url.split('?')
  const methods = request.server.knownRoutes?.methodsAt(path) ?? []
  if (methods.length === 0) return error
  void reply.header('Allow', methods.join(', '))
  return new UserError('METHOD_NOT_ALLOWED', { method: request.method })
}

export function sendError(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const error = refuseMethod(toBerthError(thrown), request, reply)
  const { kind, status, code, next } = error.entry
  request.refusal = { reason: error.reason, status }
  if (kind === 'bug') request.log.error({ err: error.cause }, 'request failed')
  else if (kind === 'transient')
    request.log.warn({ err: error.cause, reason: error.reason }, 'request could not be served')
  else request.log.debug({ reason: error.reason }, error.message)
  if (status === 503) void reply.header('Retry-After', '3')
  const { seconds } = error.parameters
  if (status === 429 && typeof seconds === 'number') void reply.header('Retry-After', String(seconds))
  if (error.reason === 'UNSUPPORTED_CONTENT_ENCODING') void reply.header('Accept-Encoding', 'identity')
  const language = errorLanguage(request.headers['accept-language'])
  const told = {
    code,
    message: error.textIn(language),
    ...(next && { next: next[language] }),
    ...(comparedWhole.has(error.reason) ? {} : { reason: error.reason }),
    ...(error.lacks && { lacks: error.lacks }),
  }
  void reply
    .status(status)
    .header('Content-Type', 'application/json; charset=utf-8')
    .send({ errors: [told] })
}
