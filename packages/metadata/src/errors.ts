import { DistributionError, type Digest } from '@berth/oci'

/** The metadata store cannot be reached, or is going down. Passes by itself; nothing has changed. */
export class MetadataUnavailableError extends Error {
  override name = 'MetadataUnavailableError'
}

/** A manifest may name tens of thousands of digests; a client needs to see a few of them. */
const NAMED = 100

/** @param digests what a manifest needs and its repository does not hold; at least one */
export function missingContent(digests: readonly Digest[]): DistributionError {
  const named = digests.slice(0, NAMED)
  const rest = digests.length > NAMED ? ` and ${digests.length - NAMED} more` : ''
  return new DistributionError('MANIFEST_BLOB_UNKNOWN', `the repository does not hold ${named.join(', ')}${rest}`, {
    detail: named.map((digest) => ({ digest })),
  })
}
