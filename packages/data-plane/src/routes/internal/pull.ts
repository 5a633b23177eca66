import { DistributionError, parseDigest, parseRepositoryName } from '@berth/oci'
import { blobPath } from '@berth/storage'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { authorize, scopesOf } from '../../http/authorize.js'
import { header } from '../../http/exchange.js'
import type { Services } from '../../http/services.js'
import { getBlob } from '../blobs/get-blob.js'
import { answer } from './answer.js'

/**
 * The proxy's question before it sends a blob: which file is it, if this caller may have it? It may take the answer again until the
 * second is over in which it asked, and not beyond the token's end; what takes a blob away from a repository waits for that.
 */
export async function pull(services: Services, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const second = Math.floor(Date.now() / 1000)
  const repository = header(request, 'x-berth-repository') ?? ''
  await answer(request, reply, async () => {
    const scopes = scopesOf(getBlob.access, repository)
    const { expires = Infinity } = await authorize(services, request.headers.authorization, scopes)
    const digest = parseDigest(header(request, 'x-berth-digest') ?? '')
    if (!(await services.metadata.findBlob(parseRepositoryName(repository), digest)))
      throw new DistributionError('BLOB_UNKNOWN')
    const lasts = expires >= (second + 1) * 1000
    return { 'x-berth-blob': blobPath('', digest), 'x-accel-expires': lasts ? `@${second}` : 0 }
  })
}
