import type { LinkedBlob } from '@berth/metadata'
import { DistributionError, type Digest, type RepositoryName } from '@berth/oci'
import type { BlobLocation } from '@berth/storage'
import type { Identity, Scope } from '../../auth/identity.js'
import { ChallengeError } from '../../http/challenge-error.js'
import type { Services } from '../../http/services.js'
import { passGates } from '../../policy/pass-gates.js'

export interface LocatedBlob {
  readonly blob: LinkedBlob
  /** Absent where its bytes can only be streamed by this process. */
  readonly location: BlobLocation | undefined
}

/**
 * Whether a caller may have a blob, and where it is: what every way of pulling asks, and nothing else decides.
 *
 * @throws {ChallengeError} for a caller who may not pull from the repository
 * @throws {DistributionError} BLOB_UNKNOWN; PROJECTPOLICYVIOLATION or DENIED by a gate of the project
 */
export async function locateBlob(
  services: Services,
  identity: Identity,
  name: RepositoryName,
  digest: Digest,
): Promise<LocatedBlob> {
  const scope: Scope = { type: 'repository', name, actions: ['pull'] }
  if (!identity.may(scope)) throw ChallengeError.lacking([scope], identity.subject)
  const [blob] = await Promise.all([
    services.metadata.findBlob(name, digest),
    passGates(services.policies, { identity, name, digest }),
  ])
  if (!blob) throw new DistributionError('BLOB_UNKNOWN')
  return { blob, location: await services.blobs.locate(digest) }
}
