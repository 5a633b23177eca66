import { Readable } from 'node:stream'
import type { ByteRange, Digest, Reference, RepositoryName } from '@berth/oci'
import type { ImageSource, ManifestBytes } from '@berth/transfer'
import type { Pace } from '../upkeep/scrub/pace.js'

/** Bytes that go at once: whoever waits for the next ones sees that they come. */
const PIECE = 64 * 1024

/** A source whose blobs are read no faster than a pace allows, which others keep to as well. */
export class PacedSource implements ImageSource {
  constructor(
    private readonly source: ImageSource,
    private readonly pace: Pace,
    private readonly signal: AbortSignal,
  ) {}

  repositories() {
    return this.source.repositories()
  }

  tags(name: RepositoryName) {
    return this.source.tags(name)
  }

  manifests(name: RepositoryName) {
    return this.source.manifests(name)
  }

  manifest(name: RepositoryName, digest: Digest): Promise<ManifestBytes | undefined> {
    return this.source.manifest(name, digest)
  }

  referrers(name: RepositoryName, subject: Digest) {
    return this.source.referrers(name, subject)
  }

  findManifest(name: RepositoryName, reference: Reference) {
    return this.source.findManifest(name, reference)
  }

  findBlob(name: RepositoryName, digest: Digest) {
    return this.source.findBlob(name, digest)
  }

  async read(name: RepositoryName, digest: Digest, range?: ByteRange): Promise<Readable> {
    const bytes = await this.source.read(name, digest, range)
    return Readable.from(this.#slow(bytes), { objectMode: false })
  }

  async *#slow(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const piece of bytes)
      for (let place = 0; place < piece.length; place += PIECE) {
        const part = piece.subarray(place, place + PIECE)
        await this.pace.spend(part.length, this.signal)
        yield part
      }
  }
}
