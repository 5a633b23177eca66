import { Readable } from 'node:stream'
import { Pool, type Dispatcher } from 'undici'
import { LoadError } from './outcome.js'
import { IMAGE_MANIFEST, type SyntheticBlob, type SyntheticImage } from './synthetic-image.js'

/** Requests that one blob takes. */
export const REQUESTS_PER_BLOB = 3

/** Pushes as docker does: POST, PATCH with a chunked body, empty PUT, then the manifest. */
export class PushClient implements AsyncDisposable {
  readonly #pool: Pool

  /** @param connections how many requests may be under way at once */
  constructor(
    readonly url: string,
    connections: number,
  ) {
    // Hashing and syncing a large layer takes its time.
    this.#pool = new Pool(url, { connections, pipelining: 1, headersTimeout: 600_000, bodyTimeout: 600_000 })
  }

  async pushImage(repository: string, tag: string, image: SyntheticImage, authorization?: string): Promise<void> {
    for (const layer of image.layers) await this.pushBlob(repository, layer, authorization)
    await this.pushBlob(repository, image.config, authorization)
    await this.putManifest(repository, tag, image.manifest, IMAGE_MANIFEST, authorization)
  }

  async pushBlob(repository: string, blob: SyntheticBlob, authorization?: string): Promise<void> {
    const start = await this.#send(202, 'POST', `/v2/${repository}/blobs/uploads/`, authorization)
    const patched = await this.#send(202, 'PATCH', this.#location(start), authorization, {
      body: Readable.from(blob.pieces(), { objectMode: false }),
      headers: { 'content-type': 'application/octet-stream' },
    })
    const target = new URL(this.#location(patched), this.url)
    target.searchParams.set('digest', blob.digest)
    await this.#send(201, 'PUT', target.pathname + target.search, authorization)
  }

  async putManifest(
    repository: string,
    reference: string,
    manifest: Buffer,
    mediaType: string,
    authorization?: string,
  ): Promise<void> {
    await this.#send(201, 'PUT', `/v2/${repository}/manifests/${reference}`, authorization, {
      body: manifest,
      headers: { 'content-type': mediaType },
    })
  }

  async #send(
    expected: number,
    method: Dispatcher.HttpMethod,
    path: string,
    authorization: string | undefined,
    content: { body?: Readable | Buffer; headers?: Record<string, string> } = {},
  ): Promise<Dispatcher.ResponseData> {
    const response = await this.#pool.request({
      method,
      path,
      headers: { ...content.headers, ...(authorization === undefined ? {} : { authorization }) },
      ...(content.body === undefined ? {} : { body: content.body }),
    })
    const text = await response.body.text()
    if (response.statusCode !== expected) {
      throw new LoadError(`${method} ${path} was answered with ${response.statusCode}: ${text.slice(0, 500)}`)
    }
    return response
  }

  /** Path and query of the Location, which may be relative or absolute. */
  #location(response: Dispatcher.ResponseData): string {
    const location = response.headers['location']
    if (typeof location !== 'string') throw new LoadError('an upload was answered without a Location')
    const { pathname, search } = new URL(location, this.url)
    return pathname + search
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#pool.close()
  }
}
