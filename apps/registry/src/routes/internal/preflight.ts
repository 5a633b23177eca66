import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Identity } from '../../auth/identity.js'
import { authorize, scopesOf } from '../../http/authorize.js'
import type { AccessRule } from '../../http/endpoint.js'
import { header } from '../../http/exchange.js'
import type { Services } from '../../http/services.js'

const REUSE_SECONDS = 10

/** What every endpoint asks for whose body is spooled. */
export const spoolAccess: AccessRule = { repository: ['pull', 'push'] }

/**
 * The proxy's question before it reads a body: may this caller push to this repository? 204 with a grant, which the proxy may use again
 * for a while, or 403. The client's real error comes from the endpoint itself, which the proxy asks next, so nothing is said here.
 */
export async function preflight(services: Services, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const repository = header(request, 'x-berth-repository') ?? ''
  const { authorization } = request.headers
  try {
    const scopes = scopesOf(spoolAccess, repository)
    const identity = await authorize(services, authorization, scopes)
    const grant = services.grants?.issue({ repository, authorization }, identity.subject)
    if (grant !== undefined) reply.header('x-berth-grant', grant)
    await reply.code(204).header('x-accel-expires', secondsToReuse(identity)).send()
  } catch (error) {
    request.log.debug({ reqId: request.id, err: error }, 'preflight refused')
    await reply.code(403).send()
  }
}

/** An image has many layers: the answer for one is good for those that follow. */
function secondsToReuse({ expires = Infinity }: Identity): number {
  const left = Math.floor((expires - Date.now()) / 1000)
  return Math.min(REUSE_SECONDS, left)
}
