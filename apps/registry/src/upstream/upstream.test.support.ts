import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { digestOf, type Digest } from '@berth/oci'
import type { OciImage, TestDatabase } from '@berth/testkit'

const MIB = 1024 * 1024

/** A registry elsewhere that counts what it is asked for, and does wrong where it is told to. */
export class FakeUpstream implements AsyncDisposable {
  readonly blobs = new Map<string, Buffer>()
  readonly manifests = new Map<string, { readonly bytes: Buffer; readonly mediaType: string }>()
  /** Digests by `name:tag`. */
  readonly tags = new Map<string, Digest>()
  /** `GET blobs sha256:…`, one for each request. */
  readonly asked: string[] = []
  /** What it does to blobs that it sends. */
  way: 'well' | 'cut' | 'spoil' | 'short' | 'long' | 'slow' | 'never' | 'elsewhere' = 'well'
  /** Answers everything so. */
  status: number | undefined

  /** Requests that were under way at the same time, at most. */
  most = 0
  #underWay = 0

  readonly #server = createServer((request, response) => void this.#answer(request, response))

  static async start(): Promise<FakeUpstream> {
    const upstream = new FakeUpstream()
    await new Promise<void>((resolve) => upstream.#server.listen(0, '127.0.0.1', resolve))
    return upstream
  }

  get url(): string {
    const address = this.#server.address()
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  }

  put(name: string, tag: string, image: OciImage): void {
    for (const blob of [image.config, ...image.layers]) this.blobs.set(digestOf(blob), blob)
    this.putManifest(name, tag, image.manifest, image.mediaType)
  }

  putManifest(name: string, tag: string | undefined, bytes: Buffer, mediaType: string): Digest {
    const digest = digestOf(bytes)
    this.manifests.set(`${name}@${digest}`, { bytes, mediaType })
    if (tag !== undefined) this.tags.set(`${name}:${tag}`, digest)
    return digest
  }

  /** How often it was asked so since the counts were cleared. */
  count(pattern: RegExp): number {
    return this.asked.filter((line) => pattern.test(line)).length
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, name = '', kind = '', reference = ''] =
      /^\/v2\/(.+)\/(manifests|blobs)\/([^/]+)$/.exec(request.url ?? '') ?? []
    this.asked.push(`${request.method} ${name} ${kind} ${reference}`)
    this.most = Math.max(this.most, (this.#underWay += 1))
    // Who has its answer may ask again before this connection is told closed.
    void Promise.race([once(response, 'finish'), once(response, 'close')]).then(() => (this.#underWay -= 1))
    if (this.status !== undefined) return void response.writeHead(this.status).end('{}')
    const digest = this.tags.get(`${name}:${reference}`) ?? reference
    const manifest = kind === 'manifests' ? this.manifests.get(`${name}@${digest}`) : undefined
    const bytes = kind === 'blobs' ? this.blobs.get(reference) : manifest?.bytes
    if (!bytes) return void response.writeHead(404).end('{"errors":[{"code":"MANIFEST_UNKNOWN"}]}')
    if (this.way === 'elsewhere' && kind === 'blobs' && request.method === 'GET')
      return void response.writeHead(307, { location: 'http://169.254.169.254/secret' }).end()
    const isAsWished = request.method === 'HEAD' || kind !== 'blobs'
    const length = isAsWished || this.way !== 'long' ? bytes.length : bytes.length + 1
    response.writeHead(200, {
      'content-type': manifest?.mediaType ?? 'application/octet-stream',
      'docker-content-digest': digest,
      // What is sent without a length ends well wherever it ends.
      ...((isAsWished || this.way !== 'short') && { 'content-length': length }),
    })
    if (request.method === 'HEAD') return void response.end()
    if (kind !== 'blobs') return void response.end(bytes)
    if (this.way === 'never') return void response.write(bytes.subarray(0, bytes.length / 2))
    if (this.way === 'cut') return void response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy())
    if (this.way === 'short') return void response.end(bytes.subarray(0, bytes.length / 2))
    if (this.way === 'long') return void response.end(Buffer.concat([bytes, Buffer.from('x')]))
    if (this.way === 'spoil')
      return void response.end(Buffer.from(bytes.map((byte, place) => (place === 5 ? byte ^ 1 : byte))))
    if (this.way === 'well') return void response.end(bytes)
    // The last piece ends the answer: who has it all may ask again at once.
    for (let rest = bytes; !response.writableEnded; rest = rest.subarray(MIB)) {
      await new Promise((resolve) => setTimeout(resolve, 20))
      if (rest.length > MIB) response.write(rest.subarray(0, MIB))
      else response.end(rest)
    }
  }
}

/** A project that has its content from there. */
export async function insertProxyProject(
  database: TestDatabase,
  project: { readonly name: string; readonly url: string; readonly metadata?: Readonly<Record<string, string>> },
): Promise<void> {
  const { name, url, metadata = {} } = project
  await database.pool.query(
    `with elsewhere as (
       insert into registry_endpoint (name, type, url) values ($1, 'docker-registry', $2) returning id
     ), made as (
       insert into project (name, owner_id, public, registry_id, metadata)
       select $1, (select min(id) from "user"), false, id, $3 from elsewhere returning id
     )
     insert into quota (project_id, hard_bytes) select id, -1 from made`,
    [name, url, JSON.stringify(metadata)],
  )
}
