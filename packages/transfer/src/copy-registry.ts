import { readImageConfig } from '@berth/metadata'
import {
  parseManifest,
  parseRepositoryName,
  parseTag,
  type Digest,
  type ParsedManifest,
  type RepositoryName,
} from '@berth/oci'
import { BlobNotFoundError } from '@berth/storage'
import { copyBlob } from './copy-blob.js'
import type { RegistryEnd } from './registry-end.js'

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
  /** Name in the target of a repository of the source; undefined leaves it out. */
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

const pageSize = 500

async function* pages<T extends string>(list: (last: string | undefined) => Promise<T[]>): AsyncGenerator<T> {
  let last: string | undefined
  for (;;) {
    const page = await list(last)
    yield* page
    if (page.length < pageSize) return
    last = page.at(-1)
  }
}

/** Names of all repositories. */
export async function* repositoriesOf({ metadata }: RegistryEnd): AsyncGenerator<RepositoryName> {
  for await (const name of pages((last) => metadata.listRepositories({ limit: pageSize, last })))
    yield parseRepositoryName(name)
}

/** Digests of all manifests of a repository, tagged or not. */
export function manifestsOf({ metadata }: RegistryEnd, name: RepositoryName): AsyncGenerator<Digest> {
  return pages((last) => metadata.listManifests(name, { limit: pageSize, last }))
}

/**
 * Copies repositories with manifests, tags and blobs from one registry to another, whichever way these keep them. What is there already
 * is passed over, so a run that broke off goes on where it was.
 *
 * @throws {DistributionError} where the target refuses, over its quota for one
 */
export async function copyRegistry(
  source: RegistryEnd,
  target: RegistryEnd,
  options: CopyOptions,
): Promise<CopyCounts> {
  const counts = { repositories: 0, manifests: 0, tags: 0, skipped: 0, linkedBlobs: 0, copiedBlobs: 0, bytes: 0 }
  for await (const name of repositoriesOf(source)) {
    if (options.stop.aborted) break
    const renamed = options.rename(name)
    if (renamed === undefined) continue
    await new RepositoryCopy(source, target, name, renamed, options, counts).run()
    counts.repositories++
  }
  return counts
}

class RepositoryCopy {
  private readonly seen = new Set<Digest>()

  constructor(
    private readonly source: RegistryEnd,
    private readonly target: RegistryEnd,
    private readonly name: RepositoryName,
    private readonly renamed: RepositoryName,
    private readonly options: CopyOptions,
    private readonly counts: CopyCounts,
  ) {}

  async run(): Promise<void> {
    for await (const digest of manifestsOf(this.source, this.name)) {
      if (this.options.stop.aborted) return
      await this.copyManifest(digest)
      this.options.progress(this.counts, this.name)
    }
    const list = (last: string | undefined) => this.source.metadata.listTags(this.name, { limit: pageSize, last })
    for await (const tag of pages(list)) {
      if (this.options.stop.aborted) return
      await this.copyTag(tag)
    }
  }

  private async copyManifest(digest: Digest): Promise<void> {
    if (this.seen.has(digest)) return
    this.seen.add(digest)
    const found = await this.read(digest)
    if (found === undefined) return
    const { manifest } = found
    // The parts of an index first, so that whoever sees it finds them.
    for (const child of manifest.children)
      if (await this.source.metadata.findManifest(this.name, { digest: child.digest }))
        await this.copyManifest(child.digest)
    if (await this.target.metadata.findManifest(this.renamed, { digest })) {
      this.counts.skipped++
      return
    }
    for (const blob of manifest.blobs) await this.copyBlob(blob.digest, digest, blob.required)
    await this.push(digest, found, [])
    this.counts.manifests++
  }

  private async copyTag(name: string): Promise<void> {
    const tag = parseTag(name)
    const named = await this.source.metadata.findManifest(this.name, { tag })
    if (named === undefined) return
    const there = await this.target.metadata.findManifest(this.renamed, { tag })
    if (there?.digest === named.digest) return
    const found = await this.read(named.digest)
    if (found === undefined) return
    await this.push(named.digest, found, [name])
    this.counts.tags++
  }

  private async read(digest: Digest): Promise<{ bytes: Buffer; manifest: ParsedManifest } | undefined> {
    const found = await this.source.metadata.findManifest(this.name, { digest })
    const bytes = found && (await this.source.metadata.manifestBody(found))
    if (found === undefined || bytes === undefined) return undefined
    try {
      return { bytes, manifest: parseManifest(bytes, found.mediaType) }
    } catch (error) {
      this.options.warn(`${this.name}@${digest} is left out: ${error instanceof Error ? error.message : String(error)}`)
      return undefined
    }
  }

  private async push(
    digest: Digest,
    { bytes, manifest }: { bytes: Buffer; manifest: ParsedManifest },
    tags: readonly string[],
  ): Promise<void> {
    const summary = await readImageConfig(this.target, this.renamed, manifest)
    await this.target.metadata.pushManifest({
      repository: this.renamed,
      digest,
      bytes,
      manifest,
      tags: tags.map(parseTag),
      pushedBy: { kind: 'system', name: 'import' },
      platform: summary?.platform,
      config: summary?.config,
      // The source has taken them; what it lacks, it lacks here, too.
      allowMissingChildren: true,
      allowMissingBlobs: true,
    })
  }

  private async copyBlob(digest: Digest, manifest: Digest, isRequired: boolean): Promise<void> {
    if (await this.target.metadata.findBlob(this.renamed, digest)) return
    if (!(await this.source.metadata.findBlob(this.name, digest))) {
      if (isRequired) this.options.warn(`${this.name}@${manifest} lacks its blob ${digest} in the source`)
      return
    }
    try {
      const { way, size } = await copyBlob(this.source, this.target, this.renamed, digest, this.options.mayLink)
      this.counts[way === 'linked' ? 'linkedBlobs' : 'copiedBlobs']++
      this.counts.bytes += size
    } catch (error) {
      if (!(error instanceof BlobNotFoundError)) throw error
      this.options.warn(`${this.name}@${manifest} lacks its blob ${digest} in the source`)
    }
  }
}
