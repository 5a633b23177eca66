import type { IncomingHttpHeaders } from 'node:http'
import { UserError } from '@berth/contracts'
import { parseJson } from '@berth/oci'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import type { RawServerDefault } from 'fastify'

/** Bytes of a body. Nothing that the api takes comes near it but a certificate, or a robot with rights in many projects. */
export const MAX_BODY = 256 * 1024
/** Of the forms and questions that anybody may send without having signed in. */
const MAX_OPEN_BODY = 16 * 1024
/** Values in a body, counted by what separates and opens them. Each costs many times its bytes once it is parsed. */
const MAX_VALUES = 10_000

const COUNTED: ReadonlySet<number> = new Set(Buffer.from(',[{&'))

/** Bounds every body in bytes, values and depth, before anything is made of it. */
export function boundBodies(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance()
  // Plain text is no body of any operation.
  fastify.removeContentTypeParser('text/plain')
  fastify.addHook('onRoute', (route) => {
    route.bodyLimit = /^\/(?:c|service)\//.test(route.url) ? MAX_OPEN_BODY : MAX_BODY
  })
  // It refuses members that would become a prototype.
  const parse = fastify.getDefaultJsonParser('error', 'error')
  app.useBodyParser<RawServerDefault>('application/json', {}, (request, body, done) => {
    try {
      requirePlain(request)
      requireFewValues(body)
      parseJson(body)
    } catch (cause) {
      done(cause instanceof UserError ? cause : new UserError('MALFORMED_BODY', {}, { cause }))
      return
    }
    void parse(request, body.toString(), done)
  })
  app.useBodyParser('application/x-www-form-urlencoded', {}, (request, body, done) => {
    try {
      requirePlain(request)
      requireFewValues(body)
      done(null, Object.fromEntries(new URLSearchParams(body.toString())))
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)))
    }
  })
}

/**
 * A compressed body would have to be bounded once more when it is unpacked, and no client of Harbor sends one.
 *
 * @throws {UserError} UNSUPPORTED_CONTENT_ENCODING
 */
function requirePlain({ headers }: { readonly headers: IncomingHttpHeaders }): void {
  const codings = (headers['content-encoding'] ?? '').toLowerCase().split(',')
  if (codings.some((coding) => !['', 'identity'].includes(coding.trim()))) {
    throw new UserError('UNSUPPORTED_CONTENT_ENCODING')
  }
}

/** @throws {UserError} BODY_TOO_LARGE */
function requireFewValues(body: Buffer): void {
  let values = 0
  for (const byte of body) if (COUNTED.has(byte) && ++values > MAX_VALUES) throw new UserError('BODY_TOO_LARGE')
}
