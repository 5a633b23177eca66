import { DistributionError, type Digest, type RepositoryName, type Tag } from '@berth/oci'
import { RegistryError } from '@berth/registry-client'
import { BlobNotFoundError, DigestMismatchError } from '@berth/storage'
import type { ImageSource, ImageTarget, ManifestBytes } from './image-ends.js'
import { type Parts, partsOf, takeManifest } from './manifest-parts.js'

export interface CopyCounts {
  repositories: number
  manifests: number
  tags: number
  /** What was there already, by an earlier run. */
  skipped: number
  linkedBlobs: number
  copiedBlobs: number
  /** Bytes of blobs, linked or copied. */
  bytes: number
}

export interface CopyOptions {
  /**
   * Name in the target of a repository of the source; undefined leaves it out.
   * @throws {DistributionError} NAME_INVALID where it would be none, as one that is too long: left out with a warning
   */
  readonly rename: (name: RepositoryName) => RepositoryName | undefined
  /** Whether blobs are linked instead of copied where both lie on one file system: their files are the source's and the target's alike then. */
  readonly mayLink: boolean
  /** Where it fires, copying ends after the manifest at hand. */
  readonly stop: AbortSignal
  /** After each manifest. */
  readonly progress: (counts: Readonly<CopyCounts>, repository: RepositoryName) => void
  /** What was left out or is incomplete in the source, in a sentence. */
  readonly warn: (message: string) => void
}

/**
 * Copies repositories with manifests, tags and blobs from one registry to another, whichever way these keep them. What is there already
 * is passed over, so a run that broke off goes on where it was, and brings what was broken before. What is broken in the source is left
 * out with a warning, and the rest is brought.
 *
 * @throws {DistributionError} where the target refuses, over its quota for one
 * @throws {RegistryError} @throws {OutboundError} where an end is elsewhere
 */
export async function copyRegistry(
  source: ImageSource,
  target: ImageTarget,
  options: CopyOptions,
): Promise<CopyCounts> {
  const counts = { repositories: 0, manifests: 0, tags: 0, skipped: 0, linkedBlobs: 0, copiedBlobs: 0, bytes: 0 }
  const broken = await warnOfBroken(source, options)
  for await (const name of source.repositories()) {
    if (options.stop.aborted) break
    const renamed = nameInTarget(name, options)
    if (renamed === undefined) continue
    await new RepositoryCopy(source, target, name, renamed, options, counts, broken).run()
    counts.repositories++
  }
  return counts
}

/** @returns names of what cannot be read in the source */
async function warnOfBroken(source: ImageSource, { warn, stop }: CopyOptions): Promise<ReadonlySet<string>> {
  const names = new Set<string>()
  for await (const { name, why } of source.findBroken?.() ?? []) {
    if (stop.aborted) break
    names.add(name)
    warn(`${name} is left out: ${why}`)
  }
  return names
}

/** What either kind of target refuses by itself. */
function isOfCode(error: unknown, ...codes: readonly string[]): boolean {
  return (error instanceof DistributionError || error instanceof RegistryError) && codes.includes(error.code)
}

/** Undefined where the repository is left out: on purpose, or with a warning. */
export function nameInTarget(
  name: RepositoryName,
  { rename, warn }: Pick<CopyOptions, 'rename' | 'warn'>,
): RepositoryName | undefined {
  try {
    return rename(name)
  } catch (error) {
    if (!(error instanceof DistributionError) || error.code !== 'NAME_INVALID') throw error
    warn(`${name} is left out: ${error.message}`)
    return undefined
  }
}

class RepositoryCopy {
  private readonly seen = new Set<Digest>()
  /** Blobs that the target holds. */
  private readonly held = new Set<Digest>()
  /** Manifests that lack something in the target, and why. */
  private readonly faults = new Map<Digest, string>()

  constructor(
    private readonly source: ImageSource,
    private readonly target: ImageTarget,
    private readonly name: RepositoryName,
    private readonly renamed: RepositoryName,
    private readonly options: CopyOptions,
    private readonly counts: CopyCounts,
    private readonly broken: ReadonlySet<string>,
  ) {}

  async run(): Promise<void> {
    for await (const digest of this.source.manifests(this.name)) {
      if (this.options.stop.aborted) return
      await this.copyManifest(digest)
      this.options.progress(this.counts, this.name)
    }
    for await (const tag of this.source.tags(this.name)) {
      if (this.options.stop.aborted) return
      await this.copyTag(tag)
    }
  }

  private async copyManifest(digest: Digest): Promise<void> {
    if (this.seen.has(digest)) return
    this.seen.add(digest)
    const parts = await this.partsOf(digest)
    if (parts === undefined) return
    // The parts of an index first, so that whoever sees it finds them.
    for (const child of parts.children) {
      if (await this.source.findManifest(this.name, { digest: child })) await this.copyManifest(child)
      // Others may have been left out on purpose.
      if (this.faults.has(child) || this.broken.has(`${this.name}@${child}`))
        this.warnOf(digest, `its part ${child} is incomplete or left out`)
    }
    // First, and of a manifest that is there as well: it may have come while a blob of it was broken in the source.
    for (const blob of parts.blobs) await this.copyBlob(blob.digest, digest, blob.required)
    if (await this.target.findManifest(this.renamed, { digest })) {
      this.counts.skipped++
      return
    }
    const manifest = parts.manifest ?? (await this.read(digest))
    if (manifest && (await this.takeManifest(manifest, []))) this.counts.manifests++
  }

  /** Undefined, with a warning, where it cannot be read. */
  private async partsOf(digest: Digest): Promise<Parts | undefined> {
    const manifest = await this.read(digest)
    try {
      return manifest && (await partsOf(manifest))
    } catch (error) {
      if (!isOfCode(error, 'MANIFEST_INVALID', 'MANIFEST_TOO_LARGE')) throw error
      this.leaveOut(digest, error)
      return undefined
    }
  }

  /** @returns false where the target takes no such manifest, and others all the same */
  private async takeManifest(manifest: ManifestBytes, tags: readonly Tag[], pushedAt?: Date): Promise<boolean> {
    try {
      await takeManifest(this.target, this.renamed, manifest, { tags, pushedAt })
      return true
    } catch (error) {
      if (!isOfCode(error, 'MANIFEST_INVALID', 'MANIFEST_TOO_LARGE', 'MANIFEST_BLOB_UNKNOWN')) throw error
      this.leaveOut(manifest.digest, error)
      return false
    }
  }

  private async copyTag(tag: Tag): Promise<void> {
    const named = await this.source.findManifest(this.name, { tag })
    if (named === undefined) {
      const name = `${this.name}:${tag}`
      if (!this.broken.has(name)) this.options.warn(`${name} is left out: what it names cannot be read in the source`)
      return
    }
    const fault = this.faults.get(named)
    if (fault !== undefined) this.options.warn(`${this.name}:${tag} is incomplete: ${fault}`)
    if ((await this.target.findManifest(this.renamed, { tag })) === named) return
    const manifest = await this.read(named)
    const pushedAt = await this.source.pushTime?.(this.name, tag)
    if (manifest && (await this.takeManifest(manifest, [tag], pushedAt))) this.counts.tags++
  }

  private async read(digest: Digest): Promise<ManifestBytes | undefined> {
    const manifest = await this.source.manifest(this.name, digest)
    if (manifest === undefined) this.leaveOut(digest, 'its content cannot be read in the source')
    return manifest
  }

  private leaveOut(digest: Digest, why: unknown): void {
    const reason = why instanceof Error ? why.message : String(why)
    this.faults.set(digest, reason)
    this.options.warn(`${this.name}@${digest} is left out: ${reason}`)
  }

  private async copyBlob(digest: Digest, manifest: Digest, isRequired: boolean): Promise<void> {
    if (this.held.has(digest)) return
    if ((await this.target.findBlob(this.renamed, digest)) !== undefined) {
      this.held.add(digest)
      return
    }
    const size = await this.source.findBlob(this.name, digest)
    if (size === undefined) {
      if (isRequired) this.warnOf(manifest, `its blob ${digest} is not in the source`)
      return
    }
    try {
      const blob = { source: this.source, name: this.name, digest, size }
      const way = await this.target.takeBlob(this.renamed, blob, this.options.mayLink)
      this.counts[way === 'linked' ? 'linkedBlobs' : 'copiedBlobs']++
      this.counts.bytes += size
      this.held.add(digest)
    } catch (error) {
      if (error instanceof BlobNotFoundError) this.warnOf(manifest, `its blob ${digest} is not in the source`)
      else if (error instanceof DigestMismatchError || isOfCode(error, 'DIGEST_INVALID', 'SIZE_INVALID'))
        this.warnOf(manifest, `its blob ${digest} is broken in the source`)
      else throw error
    }
  }

  private warnOf(manifest: Digest, fault: string): void {
    this.faults.set(manifest, fault)
    this.options.warn(`${this.name}@${manifest} is incomplete: ${fault}`)
  }
}
