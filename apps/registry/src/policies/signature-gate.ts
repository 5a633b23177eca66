import { ChallengeError, type Gate } from '@berth/data-plane'
import type { PostgresMetadata, Signer } from '@berth/metadata'
import { DistributionError, isStatement, parseManifest } from '@berth/oci'

/**
 * Lets nothing pass that has no signature, but signatures and attestations themselves, and what the program that signs has to read before:
 * that is the program's word, so it counts only with the right to push.
 */
export function signatureGate(metadata: PostgresMetadata, signer: Signer): Gate {
  return async ({ identity, name, digest, manifest, userAgent = '' }) => {
    // Whoever could not have the manifest has no use for its blobs.
    if (!manifest) return
    if (manifest === 'elsewhere')
      throw new DistributionError(
        'PROJECTPOLICYVIOLATION',
        `No copy is kept whose signature by ${signer} could be looked for.`,
      )
    if (await metadata.isSigned({ repository: name, digest, signer })) return
    const body = await metadata.manifestBody(manifest)
    if (body && isStatement(parseManifest(body, manifest.mediaType))) return
    if (userAgent.toLowerCase().includes(signer)) {
      const toSign = { type: 'repository', name, actions: ['pull', 'push'] } as const
      if (identity.may(toSign)) return
      throw ChallengeError.lacking([toSign], identity.subject)
    }
    throw new DistributionError('PROJECTPOLICYVIOLATION', `The image is not signed by ${signer}.`)
  }
}
