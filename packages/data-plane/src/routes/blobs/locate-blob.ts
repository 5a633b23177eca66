import type { LinkedBlob } from '@berth/metadata'
import { DistributionError, type Digest, type RepositoryName } from '@berth/oci'
import type { BlobLocation } from '@berth/storage'
import type { Identity, Scope } from '../../auth/identity.js'
import { ChallengeError } from '../../http/challenge-error.js'
import type { Services } from '../../http/services.js'
import { passGates } from '../../policy/pass-gates.js'
import type { Upstream } from '../../upstream/upstream.js'

export interface LocatedBlob {
  /** Absent where the repository does not hold it, but may have it from elsewhere. */
  readonly blob: LinkedBlob | undefined
  /** Where that is. */
  readonly upstream: Upstream | undefined
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
  const [blob, policy] = await Promise.all([services.metadata.findBlob(name, digest), services.policies?.of(name)])
  await passGates(policy, { identity, name, digest })
  const upstream = policy?.upstream
  if (!blob && !upstream) throw new DistributionError('BLOB_UNKNOWN')
  return { blob, upstream, location: blob && (await services.blobs.locate(digest)) }
}
