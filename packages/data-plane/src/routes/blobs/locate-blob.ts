import type { LinkedBlob } from '@berth/metadata'
import { DistributionError, type Digest, type RepositoryName } from '@berth/oci'
import type { BlobLocation } from '@berth/storage'
import type { Identity, Scope } from '../../auth/identity.js'
import { ChallengeError } from '../../http/challenge-error.js'
import type { Services } from '../../http/services.js'

export interface LocatedBlob {
  readonly blob: LinkedBlob
  /** Absent where its bytes can only be streamed by this process. */
  readonly location: BlobLocation | undefined
}

/**
 * Whether a caller may have a blob, and where it is: what every way of pulling asks, and nothing else decides.
 *
 * @throws {ChallengeError} for a caller who may not pull from the repository
 * @throws {DistributionError} BLOB_UNKNOWN
 */
export async function locateBlob(
  { metadata, blobs }: Services,
  identity: Identity,
  name: RepositoryName,
  digest: Digest,
): Promise<LocatedBlob> {
  const scope: Scope = { type: 'repository', name, actions: ['pull'] }
  if (!identity.may(scope)) throw ChallengeError.lacking([scope], identity.subject)
  const blob = await metadata.findBlob(name, digest)
  if (!blob) throw new DistributionError('BLOB_UNKNOWN')
  return { blob, location: await blobs.locate(digest) }
}
