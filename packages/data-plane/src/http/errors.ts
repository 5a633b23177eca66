import type { IncomingMessage } from 'node:http'
import { isUnavailable } from '@berth/metadata'
import { UserError } from '@berth/contracts'
import { DistributionError, distributionErrors, type ErrorCode } from '@berth/oci'
import {
  BlobNotFoundError,
  DigestMismatchError,
  SpoolError,
  StorageFullError,
  TooManyChunksError,
  UploadNotFoundError,
  UploadOffsetError,
} from '@berth/storage'
import type { ConnectionFault } from '@berth/telemetry'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ChallengeError } from './challenge-error.js'
import { isGone } from './exchange.js'
import { originOf } from './origin.js'
import type { Services } from './services.js'

const RETRY_SECONDS = 5
const LINGER_MILLISECONDS = 5_000

/** Maps what the layers below throw to the one table of the Distribution API. */
function toDistributionError(error: unknown): DistributionError {
  if (error instanceof DistributionError) return error
  const options = { cause: error }
  if (error instanceof UserError) return ofRule(error)
  if (isUnavailable(error)) return new DistributionError('UNAVAILABLE', undefined, options)
  if (error instanceof StorageFullError) return new DistributionError('STORAGE_FULL', undefined, options)
  if (error instanceof DigestMismatchError) return new DistributionError('DIGEST_INVALID', error.message, options)
  if (error instanceof UploadNotFoundError) return new DistributionError('BLOB_UPLOAD_UNKNOWN', undefined, options)
  if (error instanceof TooManyChunksError) return new DistributionError('BLOB_UPLOAD_INVALID', error.message, options)
  if (error instanceof UploadOffsetError) return new DistributionError('RANGE_INVALID', error.message, options)
  if (error instanceof BlobNotFoundError) return new DistributionError('BLOB_UNKNOWN', undefined, options)
  if (error instanceof SpoolError) return new DistributionError('UNAVAILABLE', 'the body was lost, try again', options)
  if (isFrameworkRefusal(error)) return new DistributionError('BAD_REQUEST', error.message, options)
  return new DistributionError('UNKNOWN', undefined, options)
}

/** What a rule of the platform refuses, in its own words. */
function ofRule(error: UserError): DistributionError {
  // By status: the codes of the REST API are Harbor's, and more than this API knows.
  const { status } = error.entry
  const options = { cause: error }
  if (status === 412) return new DistributionError('PRECONDITION', error.message, options)
  if (status === 403) return new DistributionError('DENIED', error.message, options)
  return new DistributionError('UNKNOWN', undefined, options)
}

/** What the framework refuses by itself, as a Content-Type that is none. */
function isFrameworkRefusal(error: unknown): error is Error {
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 0
  return status >= 400 && status < 500
}

/**
 * Takes what is left of a body that nobody wants from the connection, but not for long: it may be large. To close at once would reset
 * the connection, and the client would lose the answer.
 */
function discardRest(request: IncomingMessage): void {
  const cut = setTimeout(() => request.socket.destroy(), LINGER_MILLISECONDS)
  const keep = () => clearTimeout(cut)
  // Whoever reads the body may still wait for a piece of it: with a listener the rest flows once they have left.
  request
    .once('end', keep)
    .once('close', keep)
    .on('data', () => {})
    .resume()
}

/** Refusals whose reason people have to see: clients show the message alone. */
const reasons: ReadonlySet<ErrorCode> = new Set([
  'UNAUTHORIZED',
  'DENIED',
  'NAME_UNKNOWN',
  'PRECONDITION',
  'PROJECTPOLICYVIOLATION',
  'UNAVAILABLE',
])

/** The message is always that of the code, for programs look for it; what else is to be said of the case is its detail. */
function bodyOf({ code, message, detail }: DistributionError): string {
  const words = reasons.has(code) ? message : distributionErrors[code].message
  const more = detail ?? (message === words ? undefined : message)
  return JSON.stringify({ errors: [{ code, message: words, ...(more === undefined ? {} : { detail: more }) }] })
}

/** The answer to what is no HTTP, or more of it than is read. */
export function connectionRefusal(code: ConnectionFault): { status: number; body: string } {
  return { status: distributionErrors[code].status, body: bodyOf(new DistributionError(code)) }
}

/** What an endpoint may have told of a body that it then cannot send. Kept with an error, a cache would give that for a year. */
const toldOfBody = ['cache-control', 'docker-content-digest', 'etag', 'warning']

/** Answers with an error of the specification's form. Nothing of `error` but its own message reaches the client. */
export function sendError(services: Services, request: FastifyRequest, reply: FastifyReply, thrown: unknown): void {
  // The request's connection: the answer has none while the one before it is on its way.
  if (isGone(request)) {
    request.log.info({ reqId: request.id, err: thrown }, 'the client went away')
    reply.raw.destroy()
    return
  }
  const error = toDistributionError(thrown)
  const { kind } = distributionErrors[error.code]
  if (kind !== 'user') request.log[kind === 'bug' ? 'error' : 'warn']({ reqId: request.id, err: thrown }, error.message)
  // The answer has begun: breaking it off is all that tells the client.
  if (reply.sent || reply.raw.headersSent) {
    reply.raw.destroy()
    return
  }
  for (const name of toldOfBody) reply.removeHeader(name)
  if (error instanceof ChallengeError) {
    const origin = originOf(request, services.externalUrl)
    const challenge = services.authenticator.challenge(origin, error.scopes, error.reason)
    // Node.js takes a character for each byte, and a realm may be named in any language.
    reply.header('www-authenticate', Buffer.from(challenge).toString('latin1'))
  }
  // What is too much passes by itself, too.
  if (kind === 'transient' || error.code === 'TOOMANYREQUESTS')
    reply.header('retry-after', error.retryAfter ?? RETRY_SECONDS)
  if (!request.raw.readableEnded) discardRest(request.raw)
  reply.code(distributionErrors[error.code].status).header('content-type', 'application/json; charset=utf-8')
  const body = bodyOf(error)
  // An answer to HEAD tells the length of the body it leaves out.
  if (request.method === 'HEAD') reply.header('content-length', Buffer.byteLength(body)).send()
  else reply.send(body)
}
