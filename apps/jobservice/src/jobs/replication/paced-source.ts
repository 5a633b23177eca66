import { Readable } from 'node:stream'
import type { ByteRange, Digest, RepositoryName } from '@berth/oci'
import type { ImageSource } from '@berth/transfer'
import type { Pace } from '../pace.js'
import { DelegatingSource } from './delegating-source.js'

/** Bytes that go at once: whoever waits for the next ones sees that they come. */
const PIECE = 64 * 1024

/** A source whose blobs are read no faster than a pace allows, which others keep to as well. */
export class PacedSource extends DelegatingSource {
  constructor(
    source: ImageSource,
    private readonly pace: Pick<Pace, 'spend'>,
    private readonly signal: AbortSignal,
  ) {
    super(source)
  }

  override async read(name: RepositoryName, digest: Digest, range?: ByteRange): Promise<Readable> {
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
