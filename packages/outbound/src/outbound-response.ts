import type { Readable } from 'node:stream'
import type { Dispatcher } from 'undici'
import { OutboundError, toOutboundError } from './outbound-error.js'

/** Bytes of an answer that is read whole, unless its reader says otherwise. */
const MAX_BYTES = 4 * 1024 * 1024
const DROPPED_BYTES = 64 * 1024

/** An answer whose body is still to come. It has to be read, or dropped, for the connection to serve again. */
export class OutboundResponse {
  constructor(
    readonly status: number,
    /** Where it came from, after redirects. */
    readonly url: URL,
    private readonly headers: Readonly<Record<string, string | string[] | undefined>>,
    private readonly body: Dispatcher.ResponseData['body'],
  ) {}

  /** @param name in lower case */
  header(name: string): string | undefined {
    const value = this.headers[name]
    return typeof value === 'object' ? value.join(', ') : value
  }

  /** The body, of any length: whoever reads it bounds it. */
  stream(): Readable {
    return this.body
  }

  /** The body in memory. @throws {OutboundError} too-large, before more than `max` bytes are kept */
  async bytes(max = MAX_BYTES): Promise<Buffer> {
    const tooLarge = () => new OutboundError('too-large', `${this.url.host} answered with more than ${max} bytes`)
    const chunks: Buffer[] = []
    let size = 0
    try {
      if (Number(this.header('content-length') ?? 0) > max) throw tooLarge()
      for await (const chunk of this.body as AsyncIterable<Buffer>) {
        size += chunk.length
        if (size > max) throw tooLarge()
        chunks.push(chunk)
      }
    } catch (error) {
      this.body.on('error', () => undefined).destroy()
      throw toOutboundError(error, this.url)
    }
    return Buffer.concat(chunks)
  }

  /** @throws {OutboundError} as {@link bytes} @throws {SyntaxError} */
  async json(max?: number): Promise<unknown> {
    return JSON.parse((await this.bytes(max)).toString())
  }

  /** Wants nothing more of the body. Of a short one the rest is read, so that the connection goes on. */
  drop(): void {
    void this.body.dump({ limit: DROPPED_BYTES }).catch(() => undefined)
  }
}
