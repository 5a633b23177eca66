import { Readable } from 'node:stream'
import type { ByteRange, Digest, ParsedManifest, Reference, RepositoryName, Tag } from '@berth/oci'
import type { RegistryClient } from '@berth/registry-client'
import type { ImageSource, ImageTarget, ManifestBytes, SourceBlob, Way } from './image-ends.js'

/** Blobs of which it is remembered where they were brought to. */
const REMEMBERED = 10_000

const textOf = (reference: Reference) => ('tag' in reference ? reference.tag : reference.digest)

/** A registry elsewhere, by the Distribution API. */
export class RemoteRegistry implements ImageSource, ImageTarget {
  readonly #brought = new Map<Digest, RepositoryName>()

  /** @param chunkBytes what is sent, or asked for, in one request at most; as it comes where nothing is said */
  constructor(
    private readonly client: RegistryClient,
    private readonly chunkBytes?: number,
  ) {}

  repositories(): AsyncIterable<RepositoryName> {
    return this.client.repositories()
  }

  tags(name: RepositoryName): AsyncIterable<Tag> {
    return this.client.tags(name)
  }

  /** Those that tags lead to, and what is attached to them: of others nothing tells. Parts of an index are found in it. */
  async *manifests(name: RepositoryName): AsyncGenerator<Digest> {
    const seen = new Set<Digest>()
    for await (const tag of this.tags(name)) {
      const digest = await this.client.findManifest(name, tag)
      if (digest !== undefined) yield* this.withReferrers(name, digest, seen)
    }
  }

  findManifest(name: RepositoryName, reference: Reference): Promise<Digest | undefined> {
    return this.client.findManifest(name, textOf(reference))
  }

  manifest(name: RepositoryName, digest: Digest): Promise<ManifestBytes | undefined> {
    return this.client.manifest(name, digest)
  }

  findBlob(name: RepositoryName, digest: Digest): Promise<number | undefined> {
    return this.client.findBlob(name, digest)
  }

  referrers(name: RepositoryName, subject: Digest): AsyncIterable<Digest> {
    return this.client.referrers(name, subject)
  }

  async read(name: RepositoryName, digest: Digest, range?: ByteRange): Promise<Readable> {
    const size = this.chunkBytes === undefined || range ? undefined : await this.findBlob(name, digest)
    if (size === undefined || this.chunkBytes === undefined) return this.client.blob(name, digest, range)
    return Readable.from(this.#chunks(name, digest, size, this.chunkBytes), { objectMode: false })
  }

  /** What was brought to another repository before is linked from there, if the registry does that. */
  async takeBlob(name: RepositoryName, { source, name: from, digest, size }: SourceBlob): Promise<Way> {
    const there = this.#brought.get(digest)
    if (there !== undefined && (await this.client.mountBlob(name, digest, there))) return 'linked'
    await this.client.pushBlob(
      name,
      { digest, size, open: (range) => source.read(from, digest, range) },
      this.chunkBytes,
    )
    const [oldest] = this.#brought.keys()
    if (this.#brought.size >= REMEMBERED && oldest !== undefined) this.#brought.delete(oldest)
    this.#brought.set(digest, name)
    return 'copied'
  }

  async takeManifest(
    name: RepositoryName,
    { digest, bytes }: ManifestBytes,
    { mediaType }: ParsedManifest,
    tags: readonly Tag[],
  ): Promise<void> {
    for (const reference of tags.length > 0 ? tags : [digest])
      await this.client.putManifest(name, reference, { mediaType, bytes })
  }

  async *#chunks(name: RepositoryName, digest: Digest, size: number, bytes: number): AsyncGenerator<Buffer> {
    for (let start = 0; start < size; start += bytes)
      yield* this.client.blob(name, digest, { start, end: Math.min(start + bytes, size) - 1 })
  }

  /** A manifest and what is attached to it, those that were seen before left out. */
  protected async *withReferrers(name: RepositoryName, digest: Digest, seen: Set<Digest>): AsyncGenerator<Digest> {
    if (seen.has(digest)) return
    seen.add(digest)
    yield digest
    for await (const referrer of this.client.referrers(name, digest)) yield* this.withReferrers(name, referrer, seen)
  }
}
