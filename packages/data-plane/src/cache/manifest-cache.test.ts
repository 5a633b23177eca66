import { digestOf } from '@berth/oci'
import { expect, it } from 'vitest'
import { createManifestCache } from './manifest-cache.js'

it('holds bytes up to its size, and no body that would push out all others', () => {
  const cache = createManifestCache(80)
  const digests = Array.from({ length: 9 }, (_, index) => digestOf(Buffer.from(String(index))))
  for (const digest of digests) cache.set(digest, Buffer.alloc(10))
  const large = digestOf(Buffer.from('large'))
  cache.set(large, Buffer.alloc(11))
  expect([...digests, large].filter((digest) => cache.has(digest))).toEqual(digests.slice(1))
})
