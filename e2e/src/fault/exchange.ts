import { digestOf, type Digest } from '@berth/oci'
import type { OciClient } from '@berth/testkit'
import type { Tally } from './tally.js'

/** Nothing may take this long, whatever is being killed. */
const PATIENCE_MS = 60_000

/** An answer that is none: the connection was cut, or the server says that it cannot say. The request may have been carried out. */
export class Unanswered extends Error {
  override name = 'Unanswered'
}

/** The server says no: nothing was changed. */
export class Refused extends Error {
  override name = 'Refused'

  constructor(
    request: string,
    readonly status: number,
    readonly body: string,
  ) {
    super(`${request}: ${status} ${body}`)
  }
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: Buffer
}

/** Requests of one client, sorted by what their answers are worth. */
export class Exchange {
  constructor(
    private readonly client: OciClient,
    private readonly tally: Tally,
  ) {}

  /**
   * @throws {Unanswered}
   * @throws {Refused} for a status that is not among `expected`
   */
  async send(expected: readonly number[], method: string, path: string, init: RequestInit = {}): Promise<Answer> {
    const request = `${method} ${path}`
    const answer = await this.#fetch(method, path, init)
    if (expected.includes(answer.status)) return answer
    if (answer.status === 507) {
      this.tally.outOfSpace += 1
      throw new Refused(request, answer.status, String(answer.body))
    }
    if (answer.status === 500) this.tally.violation(`${request}: 500 ${String(answer.body)}`)
    if (answer.status >= 500) {
      this.tally.unanswered += 1
      throw new Unanswered(`${request}: ${answer.status}`)
    }
    throw new Refused(request, answer.status, String(answer.body))
  }

  async #fetch(method: string, path: string, init: RequestInit): Promise<Answer> {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    try {
      const response = await this.client.request(method, path, { ...init, signal })
      return { status: response.status, headers: response.headers, body: Buffer.from(await response.arrayBuffer()) }
    } catch (error) {
      if (signal.aborted) this.tally.violation(`${method} ${path}: no answer within ${PATIENCE_MS} ms`)
      this.tally.unanswered += 1
      throw new Unanswered(`${method} ${path}`, { cause: error })
    }
  }

  /** @returns undefined where the repository does not hold it */
  async manifest(repository: string, reference: string): Promise<{ digest: Digest; body: Buffer } | undefined> {
    const answer = await this.send([200, 404], 'GET', `${repository}/manifests/${reference}`)
    if (answer.status === 404) return undefined
    return { digest: digestOf(answer.body), body: answer.body }
  }

  /** Pulls what a manifest names. @returns what is wrong with it, if anything */
  async faultOfBlobs(repository: string, manifest: Buffer): Promise<string | undefined> {
    const parsed: { config: { digest: string }; layers: { digest: string }[] } = JSON.parse(String(manifest))
    for (const { digest } of [parsed.config, ...parsed.layers]) {
      const answer = await this.send([200, 404], 'GET', `${repository}/blobs/${digest}`)
      if (answer.status === 404) return `${repository}@${digest} is missing`
      if (digestOf(answer.body) !== digest) return `${repository}@${digest} came with other content`
    }
    return undefined
  }

  /** As docker does: asks, mounts where told to, uploads. */
  async pushBlob(
    repository: string,
    content: Buffer,
    { from, chunks }: { from?: string; chunks: number },
  ): Promise<void> {
    const digest = digestOf(content)
    const head = await this.send([200, 404], 'HEAD', `${repository}/blobs/${digest}`)
    if (head.status === 200) return
    const mount = from === undefined ? '' : `?mount=${digest}&from=${from}`
    const started = await this.send([201, 202], 'POST', `${repository}/blobs/uploads/${mount}`)
    if (started.status === 201) return
    let place = locationOf(started)
    const size = Math.ceil(content.length / chunks)
    for (let offset = 0; offset < content.length; offset += size) {
      const chunk = content.subarray(offset, offset + size)
      const headers = { 'content-range': `${offset}-${offset + chunk.length - 1}` }
      place = locationOf(await this.send([202], 'PATCH', place, { body: new Uint8Array(chunk), headers }))
    }
    await this.send([201], 'PUT', `${place}${place.includes('?') ? '&' : '?'}digest=${digest}`)
  }

  async putManifest(repository: string, reference: string, manifest: Buffer, mediaType: string): Promise<void> {
    await this.send([201], 'PUT', `${repository}/manifests/${reference}`, {
      body: new Uint8Array(manifest),
      headers: { 'content-type': mediaType },
    })
  }
}

function locationOf({ headers }: Answer): string {
  const location = headers.get('location')
  if (location === null) throw new Error('The answer names no Location.')
  return location
}
