import { MetadataUnavailableError } from '@berth/metadata'
import { DistributionError, distributionErrors } from '@berth/oci'
import {
  BlobNotFoundError,
  DigestMismatchError,
  SpoolError,
  StorageFullError,
  UploadNotFoundError,
  UploadOffsetError,
} from '@berth/storage'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ChallengeError } from './challenge-error.js'
import { originOf } from './origin.js'
import type { Services } from './services.js'

const RETRY_SECONDS = 5

/** Maps what the layers below throw to the one table of the Distribution API. */
function toDistributionError(error: unknown): DistributionError {
  if (error instanceof DistributionError) return error
  const options = { cause: error }
  if (error instanceof MetadataUnavailableError) return new DistributionError('UNAVAILABLE', undefined, options)
  if (error instanceof StorageFullError) return new DistributionError('STORAGE_FULL', undefined, options)
  if (error instanceof DigestMismatchError) return new DistributionError('DIGEST_INVALID', error.message, options)
  if (error instanceof UploadNotFoundError) return new DistributionError('BLOB_UPLOAD_UNKNOWN', undefined, options)
  if (error instanceof UploadOffsetError) return new DistributionError('RANGE_INVALID', error.message, options)
  if (error instanceof BlobNotFoundError) return new DistributionError('BLOB_UNKNOWN', undefined, options)
  if (error instanceof SpoolError) return new DistributionError('UNAVAILABLE', 'the body was lost, try again', options)
  return new DistributionError('UNKNOWN', undefined, options)
}

/** Answers with an error of the specification's form. Nothing of `error` but its own message reaches the client. */
export function sendError(services: Services, request: FastifyRequest, reply: FastifyReply, thrown: unknown): void {
  const { socket } = reply.raw
  if (socket === null || socket.destroyed) {
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
  if (error instanceof ChallengeError) {
    const origin = originOf(request, services.externalUrl)
    reply.header('www-authenticate', services.authenticator.challenge(origin, error.scopes))
  }
  if (kind === 'transient') reply.header('retry-after', RETRY_SECONDS)
  // What is left of a body that nobody wants is not read: it may be large.
  if (!request.raw.readableEnded && request.headers['transfer-encoding'] !== undefined)
    reply.header('connection', 'close')
  else if (!request.raw.readableEnded && Number(request.headers['content-length'] ?? 0) > 0)
    reply.header('connection', 'close')
  reply.code(distributionErrors[error.code].status).header('content-type', 'application/json; charset=utf-8')
  const { code, message, detail } = error
  const body = JSON.stringify({ errors: [{ code, message, ...(detail === undefined ? {} : { detail }) }] })
  // An answer to HEAD tells the length of the body it leaves out.
  if (request.method === 'HEAD') reply.header('content-length', Buffer.byteLength(body)).send()
  else reply.send(body)
}
