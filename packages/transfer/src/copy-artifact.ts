import {
  accessoryTagNames,
  type BlobReference,
  type Digest,
  isIndexType,
  type RepositoryName,
  type Tag,
} from '@berth/oci'
import { BlobNotFoundError, DigestMismatchError } from '@berth/storage'
import type { ImageSource, ImageTarget, ManifestBytes } from './image-ends.js'
import { type Parts, partsOf, takeManifest } from './manifest-parts.js'

/** Manifests that one artifact may consist of, with everything that is about it. */
const MOST_MANIFESTS = 10_000
/** How often a tag is followed that moves in the source while it is copied. */
const MOST_MOVES = 10

export interface ArtifactCopy {
  readonly name: RepositoryName
  /** Its name in the target. */
  readonly renamed: RepositoryName
  /** What is copied where there are no tags. */
  readonly digest?: Digest | undefined
  /** What they name in the source when they are copied. */
  readonly tags: readonly Tag[]
  /** Whether a tag is moved that names something else in the target. */
  readonly mayMove: boolean
  /** Copying ends between two steps. */
  readonly signal: AbortSignal
  /** What is done, in a sentence. */
  readonly report: (line: string) => void
}

export interface ArtifactCopied {
  readonly manifests: number
  readonly blobs: number
  /** Of blobs that were copied. */
  readonly bytes: number
  /** Tags that name it in the target now and did not before. */
  readonly tags: readonly Tag[]
  /** Tags that were left as they are, for they name something else. */
  readonly kept: readonly Tag[]
}

/** An end does not have what it said that it has. */
export class CopyError extends Error {
  override name = 'CopyError'
}

/**
 * Copies an artifact with the parts of an index and with all that is about any of them. What the target has already is passed over, so a
 * copy that broke off goes on where it was. Nothing is taken for granted: each blob and each manifest is asked for in the target afterwards.
 *
 * @throws {CopyError} where something is missing in the source, or in the target although it was taken there
 * @throws {DistributionError} {RegistryError} {OutboundError} where an end refuses, or gives no answer
 */
export async function copyArtifact(
  source: ImageSource,
  target: ImageTarget,
  copy: ArtifactCopy,
): Promise<ArtifactCopied> {
  const run = new Run(source, target, copy)
  if (copy.tags.length === 0 && copy.digest !== undefined) await run.bring(copy.digest, [])
  for (const tag of copy.tags) await run.copyTag(tag)
  return run.copied
}

class Run {
  readonly copied = { manifests: 0, blobs: 0, bytes: 0, tags: new Array<Tag>(), kept: new Array<Tag>() }
  readonly #brought = new Set<Digest>()
  readonly #held = new Set<Digest>()

  constructor(
    private readonly source: ImageSource,
    private readonly target: ImageTarget,
    private readonly copy: ArtifactCopy,
  ) {}

  /** Until the tag names in the target what it names in the source: two copies of a tag that has just moved may overtake each other. */
  async copyTag(tag: Tag): Promise<void> {
    const { name, renamed, mayMove, report, signal } = this.copy
    let last: Digest | undefined
    for (let move = 0; move < MOST_MOVES; move++) {
      signal.throwIfAborted()
      const digest = await this.source.findManifest(name, { tag })
      if (digest === undefined) return report(`${name}:${tag} is not in the source any more`)
      const named = await this.target.findManifest(renamed, { tag })
      if (named === digest && digest === last) return
      if (named !== undefined && named !== digest && named !== last && !mayMove) {
        report(`${renamed}:${tag} is left as it is: it names ${named}, and the policy does not replace tags`)
        this.copied.kept.push(tag)
        return
      }
      await this.bring(digest, named === digest ? [] : [tag])
      if (named !== digest) this.copied.tags.push(tag)
      report(`${renamed}:${tag} ${named === digest ? 'is there already' : 'is there now'}: ${digest}`)
      last = digest
    }
    throw new CopyError(`${renamed}:${tag} does not come to rest: it is moved again and again`)
  }

  /** A manifest with everything that it needs first, and everything that is about it after it. */
  async bring(digest: Digest, tags: readonly Tag[]): Promise<void> {
    const { name, renamed, signal } = this.copy
    const isNew = !this.#brought.has(digest)
    if (!isNew && tags.length === 0) return
    signal.throwIfAborted()
    if (isNew && this.#brought.size >= MOST_MANIFESTS)
      throw new CopyError(`${name} has an artifact of more than ${MOST_MANIFESTS} manifests`)
    this.#brought.add(digest)
    const { manifest, ...parts } = await partsOf(await this.#read(digest), signal)
    if (isNew) await this.#bringParts(parts)
    if (tags.length > 0 || (await this.target.findManifest(renamed, { digest })) === undefined) {
      await this.#takeManifest(manifest ?? (await this.#read(digest)), tags)
      this.copied.manifests++
      await this.#requireManifest(digest, tags)
    }
    if (isNew) await this.#bringAccessories(digest)
  }

  async #takeManifest(manifest: ManifestBytes, tags: readonly Tag[]): Promise<void> {
    const { renamed, signal } = this.copy
    await takeManifest(this.target, renamed, manifest, { tags, signal })
  }

  async #bringParts({ children, blobs }: Parts): Promise<void> {
    const { name, report } = this.copy
    for (const digest of children) {
      // An index may name what nobody has kept.
      if (await this.source.findManifest(name, { digest })) await this.bring(digest, [])
      else report(`${name}@${digest} is not in the source: the index that names it comes without it`)
    }
    for (const blob of blobs) await this.#bringBlob(blob)
  }

  async #bringAccessories(subject: Digest): Promise<void> {
    const { name } = this.copy
    for await (const digest of this.source.referrers(name, subject))
      if (await this.source.findManifest(name, { digest })) await this.bring(digest, [])
    for (const tag of accessoryTagNames(subject)) {
      const digest = await this.source.findManifest(name, { tag })
      if (digest !== undefined && (await this.#isAccessory(tag, digest))) await this.#bringAccessory(tag, digest)
    }
  }

  /** The tag that is nothing but a digest is a list of referrers, or somebody's name of a copy. */
  async #isAccessory(tag: Tag, digest: Digest): Promise<boolean> {
    return tag.includes('.') || isIndexType((await this.#read(digest)).mediaType)
  }

  async #bringAccessory(tag: Tag, digest: Digest): Promise<void> {
    const named = await this.target.findManifest(this.copy.renamed, { tag })
    if (named !== undefined && named !== digest && !this.copy.mayMove) this.copied.kept.push(tag)
    else await this.bring(digest, named === digest ? [] : [tag])
  }

  async #read(digest: Digest): Promise<ManifestBytes> {
    const manifest = await this.source.manifest(this.copy.name, digest)
    if (manifest === undefined) throw new CopyError(`${this.copy.name}@${digest} is not in the source`)
    return manifest
  }

  async #bringBlob({ digest, required }: BlobReference): Promise<void> {
    const { name, renamed, signal } = this.copy
    if (this.#held.has(digest)) return
    signal.throwIfAborted()
    if ((await this.target.findBlob(renamed, digest)) === undefined) {
      const size = await this.source.findBlob(name, digest)
      if (size === undefined) {
        if (!required) return
        throw new CopyError(`the blob ${digest} is not in the source`)
      }
      await this.#takeBlob(digest, size)
      const taken = await this.target.findBlob(renamed, digest)
      if (taken !== size) throw new CopyError(`the target has taken the blob ${digest}, and does not have it`)
      this.copied.blobs++
      this.copied.bytes += size
    }
    this.#held.add(digest)
  }

  async #takeBlob(digest: Digest, size: number): Promise<void> {
    const { name, renamed } = this.copy
    try {
      await this.target.takeBlob(renamed, { source: this.source, name, digest, size }, false)
    } catch (error) {
      if (error instanceof BlobNotFoundError || error instanceof DigestMismatchError)
        throw new CopyError(`the blob ${digest} is lost or broken in the source`, { cause: error })
      throw error
    }
  }

  async #requireManifest(digest: Digest, tags: readonly Tag[]): Promise<void> {
    const { renamed } = this.copy
    if ((await this.target.findManifest(renamed, { digest })) === undefined)
      throw new CopyError(`the target has taken the manifest ${digest}, and does not have it`)
    for (const tag of tags)
      if ((await this.target.findManifest(renamed, { tag })) === undefined)
        throw new CopyError(`the target has taken the tag ${tag}, and does not have it`)
  }
}
