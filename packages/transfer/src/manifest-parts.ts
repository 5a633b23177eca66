import {
  type BlobReference,
  type Digest,
  documentsAtWork,
  parseManifest,
  type RepositoryName,
  SMALL_DOCUMENT,
  type Tag,
} from '@berth/oci'
import type { ImageTarget, ManifestBytes } from './image-ends.js'

/** What a manifest names. */
export interface Parts {
  readonly children: readonly Digest[]
  readonly blobs: readonly BlobReference[]
  /** Itself, where it is small. */
  readonly manifest?: ManifestBytes
}

const parse = ({ bytes, mediaType }: ManifestBytes) => parseManifest(bytes, mediaType)

/**
 * What is to be copied before a manifest is. Of a large one only what it names is kept while that is copied; a small one comes with it.
 * @throws {DistributionError} MANIFEST_INVALID, TOOMANYREQUESTS
 */
export async function partsOf(manifest: ManifestBytes, signal?: AbortSignal): Promise<Parts> {
  using _room = await documentsAtWork.take(manifest.bytes.length, signal)
  const { children, blobs } = parse(manifest)
  const isSmall = manifest.bytes.length <= SMALL_DOCUMENT
  return { children: children.map((child) => child.digest), blobs, ...(isSmall && { manifest }) }
}

export interface Taking {
  readonly tags: readonly Tag[]
  readonly pushedAt?: Date | undefined
  readonly signal?: AbortSignal
}

/** Gives a manifest to a target. @throws {DistributionError} as {@link partsOf}, and as the target */
export async function takeManifest(
  target: ImageTarget,
  name: RepositoryName,
  manifest: ManifestBytes,
  { tags, pushedAt, signal }: Taking,
): Promise<void> {
  using _room = await documentsAtWork.take(manifest.bytes.length, signal)
  await target.takeManifest(name, manifest, parse(manifest), tags, pushedAt)
}
