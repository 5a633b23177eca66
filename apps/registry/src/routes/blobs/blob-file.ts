import { digestAlgorithm, digestHex, type Digest } from '@berth/oci'

/** Where the proxy finds a blob's bytes, below the tree's `blobs`. */
export function blobFile(digest: Digest): string {
  const hex = digestHex(digest)
  return `${digestAlgorithm(digest)}/${hex.slice(0, 2)}/${hex}/data`
}
