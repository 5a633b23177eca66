import { DistributionError, parseRepositoryName } from '@berth/oci'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Identity } from '../../auth/identity.js'
import { authorize, scopesOf } from '../../http/authorize.js'
import type { AccessRule } from '../../http/operation.js'
import { header } from '../../http/exchange.js'
import type { Services } from '../../http/services.js'
import { admitChange } from '../../policy/admit-change.js'
import { answer } from './answer.js'

const REUSE_SECONDS = 10

/** What every endpoint asks for whose body is spooled. */
export const spoolAccess: AccessRule = { repository: ['pull', 'push'] }

/**
 * The proxy's question before it reads a body or begins an upload: may this caller push to this repository? The answer is a grant, good
 * for a while, and what ids of uploads begin with, where the repository takes more. Of a large body the proxy tells the length.
 */
export async function preflight(services: Services, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const repository = header(request, 'x-berth-repository') ?? ''
  const { authorization } = request.headers
  await answer(request, reply, async () => {
    const identity = await authorize(services, request, scopesOf(spoolAccess, repository))
    await admitChange(services.policies, parseRepositoryName(repository), 'push')
    await services.blobs.admit(Number(header(request, 'x-berth-length') ?? 0))
    const grant = services.grants?.issue({ repository, authorization }, identity)
    const mark = await uploadMark(services, repository)
    return {
      ...(grant !== undefined && { 'x-berth-grant': grant }),
      ...(mark !== undefined && { 'x-berth-upload-mark': mark }),
      'x-accel-expires': secondsToReuse(identity),
    }
  })
}

/** @returns undefined where no upload may begin: the registry tells the client why */
async function uploadMark({ metadata, uploadIds }: Services, repository: string): Promise<string | undefined> {
  try {
    const name = parseRepositoryName(repository)
    await metadata.admitUpload(name)
    return uploadIds.mark(name)
  } catch (error) {
    if (error instanceof DistributionError) return undefined
    throw error
  }
}

/** An image has many layers: the answer for one is good for those that follow. */
function secondsToReuse({ expires = Infinity, isGuessable = false }: Identity): number {
  if (isGuessable) return 0
  const left = Math.floor((expires - Date.now()) / 1000)
  return Math.min(REUSE_SECONDS, left)
}
