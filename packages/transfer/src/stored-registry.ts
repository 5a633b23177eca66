import { randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { Actor } from '@berth/contracts'
import { readImageConfig, type BrokenEntry, type RegistryMetadata } from '@berth/metadata'
import {
  isDigest,
  parseRepositoryName,
  parseTag,
  parseUploadId,
  type ByteRange,
  type Digest,
  type ParsedManifest,
  type Reference,
  type RepositoryName,
  type Tag,
} from '@berth/oci'
import type { BlobStore } from '@berth/storage'
import { z } from 'zod'
import type { ImageSource, ImageTarget, ManifestBytes, SourceBlob, Way } from './image-ends.js'

const PAGE = 500
const descriptors = z.array(z.looseObject({ digest: z.string() }))

/** A registry whose metadata and blobs are at hand. */
export class StoredRegistry implements ImageSource, ImageTarget {
  constructor(
    readonly metadata: RegistryMetadata,
    readonly blobs: BlobStore,
    private readonly pushedBy: Actor = { kind: 'system', name: 'import' },
  ) {}

  async *repositories(): AsyncGenerator<RepositoryName> {
    for await (const name of all((last) => this.metadata.listRepositories({ limit: PAGE, last })))
      yield parseRepositoryName(name)
  }

  async *tags(name: RepositoryName): AsyncGenerator<Tag> {
    for await (const tag of all((last) => this.metadata.listTags(name, { limit: PAGE, last }))) yield parseTag(tag)
  }

  manifests(name: RepositoryName): AsyncGenerator<Digest> {
    return all((last) => this.metadata.listManifests(name, { limit: PAGE, last }))
  }

  async findManifest(name: RepositoryName, reference: Reference): Promise<Digest | undefined> {
    return (await this.metadata.findManifest(name, reference))?.digest
  }

  async manifest(name: RepositoryName, digest: Digest): Promise<ManifestBytes | undefined> {
    const found = await this.metadata.findManifest(name, { digest })
    const bytes = found && (await this.metadata.manifestBody(found))
    return found && bytes && { digest, mediaType: found.mediaType, bytes }
  }

  async *referrers(name: RepositoryName, subject: Digest): AsyncGenerator<Digest> {
    for (let last: Digest | undefined, isDone = false; !isDone;) {
      const page = await this.metadata.listReferrers(name, subject, { limit: PAGE, last })
      for (const { digest } of descriptors.parse(JSON.parse(page.descriptors))) if (isDigest(digest)) yield digest
      last = page.next
      isDone = last === undefined
    }
  }

  async *findBroken(): AsyncGenerator<BrokenEntry> {
    if (this.metadata.findBroken) yield* this.metadata.findBroken()
  }

  pushTime(name: RepositoryName, tag: Tag): Promise<Date | undefined> {
    return this.metadata.findPushTime(name, tag)
  }

  async findBlob(name: RepositoryName, digest: Digest): Promise<number | undefined> {
    return (await this.metadata.findBlob(name, digest))?.size
  }

  read(_name: RepositoryName, digest: Digest, range?: ByteRange): Promise<Readable> {
    return this.blobs.read(digest, range)
  }

  /**
   * By an upload, so that the digest is verified.
   * @throws {DigestMismatchError} where it is broken in the source
   */
  async takeBlob(name: RepositoryName, { source, name: from, digest }: SourceBlob, mayLink: boolean): Promise<Way> {
    const isAlike = mayLink && source instanceof StoredRegistry
    const linked = isAlike ? await this.blobs.borrow(source.blobs, digest) : undefined
    const chunk = linked ?? (await this.blobs.spool(await source.read(from, digest)))
    const id = parseUploadId(randomUUID())
    try {
      await this.blobs.receive(id, 0, chunk)
      const sealed = await this.blobs.seal(id, digest)
      await this.metadata.commitUpload({ repository: name, digest, size: sealed.size }, () => sealed.publish())
    } catch (error) {
      await this.blobs.discard(chunk)
      await this.blobs.cancel(id)
      throw error
    }
    return linked === undefined ? 'copied' : 'linked'
  }

  async takeManifest(
    name: RepositoryName,
    { digest, bytes }: ManifestBytes,
    manifest: ParsedManifest,
    tags: readonly Tag[],
    pushedAt?: Date,
  ): Promise<void> {
    const summary = await readImageConfig(this, name, manifest)
    await this.metadata.pushManifest({
      repository: name,
      digest,
      bytes,
      manifest,
      tags,
      pushedBy: this.pushedBy,
      pushedAt,
      platform: summary?.platform,
      config: summary?.config,
      // The source has taken them; what it lacks, it lacks here, too.
      allowMissingChildren: true,
      allowMissingBlobs: true,
    })
  }
}

async function* all<T extends string>(list: (last: string | undefined) => Promise<T[]>): AsyncGenerator<T> {
  let last: string | undefined
  for (;;) {
    const page = await list(last)
    yield* page
    if (page.length < PAGE) return
    last = page.at(-1)
  }
}
