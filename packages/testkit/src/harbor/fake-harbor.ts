import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { digestOf, mediaTypes, type Digest } from '@berth/oci'
import { makeImage, type OciImage } from '../oci-client.js'

/** A repository as its API and its registry show it. */
interface FakeRepository {
  readonly manifests: Map<string, { readonly bytes: Buffer; readonly mediaType: string }>
  readonly tags: Map<string, Digest>
  readonly referrers: Map<string, { readonly digest: Digest; readonly [field: string]: unknown }[]>
  /** Label ids by digest. */
  readonly labels: Map<string, number[]>
}

const USER = 'admin'
const PASSWORD = 'Harbor12345'

/**
 * A stand-in for Harbor: what it lists is data that a test gives, in the words of Harbor's API, and its registry holds images. It reads, and
 * changes nothing.
 */
export class FakeHarbor implements AsyncDisposable {
  /** Lists and single things by their path below the base, with what filters them behind it, as in `labels p 4`. */
  readonly api = new Map<string, unknown>()
  readonly repositories = new Map<string, FakeRepository>()
  readonly blobs = new Map<string, Buffer>()
  /** Requests so far, as `GET /path`. */
  readonly requests: string[] = []
  /** Takes a request before anything else. @returns whether it has answered */
  intercept: (request: IncomingMessage, response: ServerResponse) => boolean = () => false

  private constructor(
    private readonly server: Server,
    readonly url: string,
    private readonly base: string,
  ) {}

  /**
   * @param base `/api` for a Harbor before 2.0
   * @param host the address that it listens on
   * @param tls in PEM; absent: it speaks HTTP
   */
  static async start(
    base: '/api/v2.0' | '/api' = '/api/v2.0',
    host = '127.0.0.1',
    tls?: { readonly key: string; readonly cert: string },
  ): Promise<FakeHarbor> {
    const server = tls ? createSecureServer(tls) : createServer()
    await new Promise<void>((resolve) => server.listen(0, host, resolve))
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : undefined
    const fake = new FakeHarbor(server, `http${tls ? 's' : ''}://${host}:${port}`, base)
    server.on('request', (request, response) => fake.#answer(request, response))
    fake.api.set('systeminfo', { harbor_version: base === '/api' ? 'v1.10.19' : 'v2.12.2', auth_mode: 'db_auth' })
    fake.api.set('users/current', { user_id: 1, username: USER, sysadmin_flag: true, has_admin_role: true })
    return fake
  }

  readonly credentials = { username: USER, password: PASSWORD }

  repository(name: string): FakeRepository {
    const known = this.repositories.get(name)
    if (known) return known
    const made = { manifests: new Map(), tags: new Map(), referrers: new Map(), labels: new Map() }
    this.repositories.set(name, made)
    return made
  }

  /** Puts an image there, under a tag where one is given. */
  push(name: string, tag?: string, image: OciImage = makeImage({ layers: 1, layerSize: 2000 })): OciImage {
    for (const blob of [image.config, ...image.layers]) this.blobs.set(digestOf(blob), blob)
    this.repository(name).manifests.set(image.digest, { bytes: image.manifest, mediaType: image.mediaType })
    if (tag !== undefined) this.repository(name).tags.set(tag, image.digest)
    return image
  }

  /** Attaches a signature to an image: a manifest that no tag leads to. */
  attach(name: string, subject: OciImage): Digest {
    const empty = Buffer.from('{}')
    const describe = (mediaType: string, content: Buffer) => ({
      mediaType,
      digest: digestOf(content),
      size: content.length,
    })
    const artifactType = 'application/vnd.dev.cosign.artifact.sig.v1+json'
    const bytes = Buffer.from(
      JSON.stringify({
        schemaVersion: 2,
        mediaType: mediaTypes.ociManifest,
        artifactType,
        config: describe('application/vnd.oci.empty.v1+json', empty),
        layers: [describe('application/vnd.oci.empty.v1+json', empty)],
        subject: describe(subject.mediaType, subject.manifest),
      }),
    )
    const digest = digestOf(bytes)
    this.blobs.set(digestOf(empty), empty)
    const repository = this.repository(name)
    repository.manifests.set(digest, { bytes, mediaType: mediaTypes.ociManifest })
    const others = repository.referrers.get(subject.digest) ?? []
    repository.referrers.set(subject.digest, [
      ...others,
      { mediaType: mediaTypes.ociManifest, artifactType, digest, size: bytes.length },
    ])
    return digest
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', this.url)
    this.requests.push(`${request.method} ${url.pathname}`)
    if (this.intercept(request, response)) return
    const basic = `Basic ${Buffer.from(`${USER}:${PASSWORD}`).toString('base64')}`
    const isUser = request.headers.authorization === basic
    if (url.pathname === '/service/token')
      return send(response, isUser ? 200 : 401, { token: 'good', expires_in: 1800 })
    if (url.pathname.startsWith('/v2/')) return this.#answerRegistry(request, response, url)
    if (!url.pathname.startsWith(`${this.base}/`)) return send(response, 404, fault('NOT_FOUND'))
    if (!isUser) return send(response, 401, fault('UNAUTHORIZED'))
    return this.#answerApi(response, url)
  }

  #answerApi(response: ServerResponse, url: URL): void {
    const path = url.pathname.slice(this.base.length + 1)
    const [, project = '', repository = ''] = /^projects\/([^/]+)\/repositories\/([^/]+)\/artifacts$/.exec(path) ?? []
    const query = ['scope', 'project_id', 'reference_id', 'q'].flatMap((key) => url.searchParams.get(key) ?? [])
    const found =
      repository === ''
        ? this.api.get([path, ...query].join(' '))
        : this.#artifacts(`${project}/${decodeURIComponent(decodeURIComponent(repository))}`)
    if (found === undefined) return send(response, 404, fault('NOT_FOUND'))
    if (!Array.isArray(found)) return send(response, 200, found)
    const [page, size] = [url.searchParams.get('page'), url.searchParams.get('page_size')].map(Number)
    const start = ((page || 1) - 1) * (size || 10)
    response.setHeader('x-total-count', found.length)
    return send(response, 200, found.slice(start, start + (size || 10)))
  }

  /** As Harbor lists them: what is attached to another one stands with that one alone. */
  #artifacts(name: string): object[] | undefined {
    const repository = this.repositories.get(name)
    if (!repository) return undefined
    const attached = new Set<string>([...repository.referrers.values()].flat().map(({ digest }) => digest))
    return [...repository.manifests.keys()]
      .filter((digest) => !attached.has(digest))
      .map((digest, index) => ({
        id: index + 1,
        type: 'IMAGE',
        digest,
        size: repository.manifests.get(digest)?.bytes.length,
        tags: [...repository.tags].filter(([, to]) => to === digest).map(([tag], id) => ({ id: id + 1, name: tag })),
        labels: (repository.labels.get(digest) ?? []).map((id) => ({ id })),
        accessories: repository.referrers.get(digest) ?? null,
      }))
  }

  #answerRegistry(request: IncomingMessage, response: ServerResponse, { pathname }: URL): void {
    if (request.headers.authorization !== 'Bearer good') {
      response.setHeader('www-authenticate', `Bearer realm="${this.url}/service/token",service="harbor-registry"`)
      return send(response, 401, fault('UNAUTHORIZED'))
    }
    const [, name = '', kind = '', reference = ''] =
      /^\/v2\/(.+)\/(manifests|blobs|tags|referrers)\/([^/]+)$/.exec(pathname) ?? []
    const repository = this.repositories.get(name)
    if (!repository) return send(response, 404, fault('NAME_UNKNOWN'))
    if (kind === 'tags') return send(response, 200, { name, tags: [...repository.tags.keys()] })
    if (kind === 'referrers')
      return send(response, 200, {
        schemaVersion: 2,
        mediaType: mediaTypes.ociIndex,
        manifests: repository.referrers.get(reference) ?? [],
      })
    const digest = repository.tags.get(reference) ?? reference
    const manifest = repository.manifests.get(digest)
    const found = kind === 'blobs' ? this.blobs.get(digest) : manifest?.bytes
    if (!found) return send(response, 404, fault(kind === 'blobs' ? 'BLOB_UNKNOWN' : 'MANIFEST_UNKNOWN'))
    const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? []
    const part = from === undefined ? found : found.subarray(Number(from), to ? Number(to) + 1 : undefined)
    response.writeHead(from === undefined ? 200 : 206, {
      'content-type': kind === 'blobs' ? 'application/octet-stream' : (manifest?.mediaType ?? ''),
      'content-length': part.length,
      'docker-content-digest': digest,
    })
    response.end(request.method === 'HEAD' ? undefined : part)
  }
}

const fault = (code: string) => ({ errors: [{ code, message: code.toLowerCase() }] })

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body))
}
