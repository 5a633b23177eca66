import { DistributionError, parseDigest, parseRepositoryName } from '@berth/oci'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { authorize, scopesOf } from '../../http/authorize.js'
import { header } from '../../http/exchange.js'
import type { Services } from '../../http/services.js'
import { blobFile } from '../blobs/blob-file.js'
import { getBlob } from '../blobs/get-blob.js'

/**
 * The proxy's question before it sends a blob: which file is it, if this caller may have it? 204 with the file, which the proxy may
 * take again until the second is over in which it asked: what takes a blob away from a repository waits for that. 403 for anything else;
 * the client's real error comes from the endpoint itself, which the proxy asks next.
 */
export async function pull(services: Services, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const asked = Date.now()
  const repository = header(request, 'x-berth-repository') ?? ''
  try {
    const { expires = Infinity } = await authorize(
      services,
      request.headers.authorization,
      scopesOf(getBlob.access, repository),
    )
    const digest = parseDigest(header(request, 'x-berth-digest') ?? '')
    const blob = await services.metadata.findBlob(parseRepositoryName(repository), digest)
    if (!blob) throw new DistributionError('BLOB_UNKNOWN')
    reply.header('x-berth-blob', blobFile(digest))
    const second = Math.floor(asked / 1000)
    if (expires > (second + 1) * 1000) reply.header('x-accel-expires', `@${second}`)
    await reply.code(204).send()
  } catch (error) {
    request.log.debug({ reqId: request.id, err: error }, 'pull refused')
    await reply.code(403).send()
  }
}
