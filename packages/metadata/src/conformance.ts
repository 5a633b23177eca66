import { describe } from 'vitest'
import { describeBlobs } from './conformance/blobs.js'
import { describeLists } from './conformance/lists.js'
import { describeManifests } from './conformance/manifests.js'
import type { MetadataUnderTest } from './testing/fill.js'

/** What every adapter of the registry's metadata has to show. `open` gives a fresh, empty one. */
export function describeRegistryMetadata(name: string, open: () => Promise<MetadataUnderTest>): void {
  describe(name, () => {
    describeBlobs(open)
    describeManifests(open)
    describeLists(open)
  })
}
