import { parseChunkRange, parseDigest, parseRepositoryName, parseUploadId } from '@berth/oci'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { authorize, scopesOf } from '../../http/authorize.js'
import { header, parseTarget, type Target } from '../../http/exchange.js'
import type { Services } from '../../http/services.js'
import { matchRoute, type RouteMatch } from '../route-table.js'
import { requireUpload } from '../uploads/require-upload.js'

/**
 * The proxy's question before it reads a body: would this request be taken? 204 with a grant, or 403. The client's real error comes
 * from the endpoint itself, which the proxy asks next, so nothing is said here.
 */
export async function preflight(services: Services, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const method = header(request, 'x-original-method') ?? ''
  const url = header(request, 'x-original-uri') ?? ''
  try {
    const target = parseTarget(url)
    const route = matchRoute(method, target.path)
    if (!route.endpoint.spoolsBody || !services.grants) {
      await reply.code(204).send()
      return
    }
    const scopes = scopesOf(route.endpoint.access, route.groups['name'])
    const identity = await authorize(services, request.headers.authorization, scopes)
    await checkUpload(services, request, route, target)
    await reply.code(204).header('x-berth-grant', services.grants.issue({ method, url }, identity.subject)).send()
  } catch (error) {
    request.log.debug({ reqId: request.id, err: error }, 'preflight refused')
    await reply.code(403).send()
  }
}

async function checkUpload(
  services: Services,
  request: FastifyRequest,
  { groups }: RouteMatch,
  { query }: Target,
): Promise<void> {
  const digest = query.get('digest')
  if (digest !== null) parseDigest(digest)
  if (groups['id'] === undefined) return
  const id = parseUploadId(groups['id'])
  const name = parseRepositoryName(groups['name'] ?? '')
  const size = await services.blobs.uploadSize(id)
  // Who has just begun an upload is not looked up: its folder is there until it ends. Later chunks are, which also keeps it from being purged.
  if (size !== 0 || !services.uploadIds?.verify(id, name)) await requireUpload(services, name, id)
  const range = header(request, 'x-original-content-range')
  if (range && parseChunkRange(range).start !== size) throw new Error('out of order')
}
