import type { Digest } from '@berth/oci'
import { LRUCache } from 'lru-cache'

/** Bodies of manifests, which never change under their digest. */
export type ManifestCache = LRUCache<Digest, Buffer>

/** @param bytes what it holds at most in all; a body larger than an eighth of it is not kept, for it would push out all others */
export function createManifestCache(bytes: number): ManifestCache {
  return new LRUCache({
    maxSize: bytes,
    maxEntrySize: Math.floor(bytes / 8),
    sizeCalculation: (body) => Math.max(1, body.length),
  })
}
