import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Identity } from '../../auth/identity.js'
import { authorize, scopesOf } from '../../http/authorize.js'
import type { AccessRule } from '../../http/endpoint.js'
import { header } from '../../http/exchange.js'
import type { Services } from '../../http/services.js'
import { answer } from './answer.js'

const REUSE_SECONDS = 10

/** What every endpoint asks for whose body is spooled. */
export const spoolAccess: AccessRule = { repository: ['pull', 'push'] }

/** The proxy's question before it reads a body: may this caller push to this repository? The answer is a grant, good for a while. */
export async function preflight(services: Services, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const repository = header(request, 'x-berth-repository') ?? ''
  const { authorization } = request.headers
  await answer(request, reply, async () => {
    const identity = await authorize(services, authorization, scopesOf(spoolAccess, repository))
    const grant = services.grants?.issue({ repository, authorization }, identity.subject)
    return { ...(grant !== undefined && { 'x-berth-grant': grant }), 'x-accel-expires': secondsToReuse(identity) }
  })
}

/** An image has many layers: the answer for one is good for those that follow. */
function secondsToReuse({ expires = Infinity }: Identity): number {
  const left = Math.floor((expires - Date.now()) / 1000)
  return Math.min(REUSE_SECONDS, left)
}
