import { DistributionError, type RepositoryName } from '@berth/oci'
import type { FastifyRequest } from 'fastify'
import type { Alias } from './alias.js'
import { identify } from './authorize.js'
import type { AccessRule } from './operation.js'
import type { Services } from './services.js'

/** Characters of a host with its port. */
const MOST_HOST = 260

/** Whether no more is asked for than to read: nobody pushes into a mirror. */
export const isPull = (access: AccessRule): boolean =>
  typeof access === 'object' && access.repository.every((action) => action === 'pull')

/**
 * What answers for a repository that a client wants to pull, if that is another one. Whoever may push to the name means it.
 *
 * @param host as containerd says it, in `ns`
 * @throws {DistributionError} NAME_UNKNOWN; {ChallengeError} for credentials that are no good
 */
export async function findAlias(
  services: Services,
  request: FastifyRequest,
  asked: RepositoryName,
  host: string | undefined,
): Promise<Alias | undefined> {
  if (!services.mirrors) return undefined
  if (host !== undefined && host.length > MOST_HOST) throw new DistributionError('NAME_UNKNOWN')
  const name = await services.mirrors.find(asked, host?.toLowerCase())
  if (name === asked) return undefined
  if (host !== undefined) return { name, asked }
  const push = { type: 'repository', name: asked, actions: ['push'] } as const
  return (await identify(services, request, [push]))?.may(push) ? undefined : { name, asked }
}
