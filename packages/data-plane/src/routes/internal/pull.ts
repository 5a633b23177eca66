import { DistributionError, parseDigest, parseRepositoryName } from '@berth/oci'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { authorize } from '../../http/authorize.js'
import { header } from '../../http/exchange.js'
import { findAlias } from '../../http/find-alias.js'
import type { Services } from '../../http/services.js'
import { locateBlob } from '../blobs/locate-blob.js'
import { answer } from './answer.js'

/**
 * The proxy's question before it sends a blob: which file is it, if this caller may have it? It may take the answer again until the
 * second is over in which it asked, not beyond the token's end, and not for a password; what takes a blob away from a repository waits for that.
 */
export async function pull(services: Services, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const second = Math.floor(Date.now() / 1000)
  const repository = header(request, 'x-berth-repository') ?? ''
  await answer(request, reply, async () => {
    const asked = parseRepositoryName(repository)
    const alias = await findAlias(services, request, asked, undefined)
    const name = alias?.name ?? asked
    const identity = await authorize(services, request, [], [{ type: 'repository', name, actions: ['pull'] }], alias)
    const digest = parseDigest(header(request, 'x-berth-digest') ?? '')
    const { location } = await locateBlob(services, identity, name, digest)
    // What is no file the endpoint answers itself.
    if (!location || !('file' in location)) throw new DistributionError('UNSUPPORTED')
    const { expires = Infinity, isGuessable = false } = identity
    const lasts = !isGuessable && expires >= (second + 1) * 1000
    return { 'x-berth-blob': location.file, 'x-accel-expires': lasts ? `@${second}` : 0 }
  })
}
