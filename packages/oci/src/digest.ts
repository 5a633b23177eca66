import { createHash } from 'node:crypto'
import { DistributionError } from './errors.js'

declare const brand: unique symbol

/** `<algorithm>:<hex>`, algorithm one of sha256 and sha512, hex in lower case and of the algorithm's length. */
export type Digest = string & { readonly [brand]: 'Digest' }
export type DigestAlgorithm = 'sha256' | 'sha512'

const pattern = /^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/

export function isDigest(text: string): text is Digest {
  return pattern.test(text)
}

/** @throws {DistributionError} DIGEST_INVALID */
export function parseDigest(text: string): Digest {
  if (isDigest(text)) return text
  throw new DistributionError('DIGEST_INVALID', 'digest must be sha256:<64 hex digits> or sha512:<128 hex digits>')
}

export function digestAlgorithm(digest: Digest): DigestAlgorithm {
  return digest.startsWith('sha256:') ? 'sha256' : 'sha512'
}

export function digestHex(digest: Digest): string {
  return digest.slice(7)
}

export function toDigest(algorithm: DigestAlgorithm, hex: string): Digest {
  return parseDigest(`${algorithm}:${hex}`)
}

/** The digest of bytes held in memory. */
export function digestOf(bytes: Uint8Array, algorithm: DigestAlgorithm = 'sha256'): Digest {
  return toDigest(algorithm, createHash(algorithm).update(bytes).digest('hex'))
}
