import { randomBytes } from 'node:crypto'
import { digestOf, mediaTypes, type Digest } from '@berth/oci'

/** Whom the client is. `token` gives a token for a scope itself; otherwise it asks the realm of the challenge, with Basic credentials or as nobody. */
export interface OciCredentials {
  readonly username?: string
  readonly password?: string
  readonly token?: (scope: string) => Promise<string> | string
}

export interface OciImage {
  readonly config: Buffer
  readonly layers: readonly Buffer[]
  readonly manifest: Buffer
  readonly digest: Digest
  readonly mediaType: string
}

/** An answer that was not expected; `body` is what the registry said. */
export class OciClientError extends Error {
  override name = 'OciClientError'

  constructor(
    readonly request: string,
    readonly status: number,
    readonly body: string,
  ) {
    super(`${request}: ${status} ${body}`)
  }
}

export interface ImageShape {
  /** How many random layers of its own it has, and of how many bytes. */
  readonly layers?: number
  readonly layerSize?: number
  /** Layers below its own. */
  readonly sharedLayers?: readonly Buffer[]
  readonly os?: string
  readonly architecture?: string
}

/** A small image with its own random layers, ready to be pushed. */
export function makeImage({
  layers = 2,
  layerSize = 10_240,
  sharedLayers = [],
  os = 'linux',
  architecture = 'amd64',
}: ImageShape = {}): OciImage {
  const contents = [...sharedLayers, ...Array.from({ length: layers }, () => randomBytes(layerSize))]
  const config = Buffer.from(
    JSON.stringify({
      created: '2026-01-02T03:04:05Z',
      architecture,
      os,
      config: { Env: ['PATH=/bin'], Entrypoint: ['/berth'], Labels: { made: randomBytes(8).toString('hex') } },
      rootfs: { type: 'layers', diff_ids: contents.map((layer) => digestOf(layer)) },
    }),
  )
  const describe = (mediaType: string, content: Buffer) => ({
    mediaType,
    digest: digestOf(content),
    size: content.length,
  })
  const manifest = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: mediaTypes.ociManifest,
      config: describe(mediaTypes.ociConfig, config),
      layers: contents.map((layer) => describe('application/vnd.oci.image.layer.v1.tar', layer)),
    }),
  )
  return { config, layers: contents, manifest, digest: digestOf(manifest), mediaType: mediaTypes.ociManifest }
}

/** Speaks the Distribution API as docker does: challenge, token, then the request again. */
export class OciClient {
  readonly #tokens = new Map<string, string>()

  /** @param url of the registry, without `/v2/` */
  constructor(
    private readonly url: string,
    private readonly credentials: OciCredentials = {},
  ) {}

  /** One request; `path` begins after `/v2/`, or is a Location. A challenge is met once. */
  async request(method: string, path: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(/^(?:\/|https?:\/\/)/.test(path) ? path : `/v2/${path}`, this.url)
    const key = `${method === 'GET' || method === 'HEAD' ? 'read' : method} ${url.pathname.split('/').slice(0, 4).join('/')}`
    const send = (token: string | undefined) => {
      const headers = new Headers(init.headers)
      if (token !== undefined) headers.set('authorization', `Bearer ${token}`)
      return fetch(url, { redirect: 'follow', ...init, method, headers })
    }
    const known = this.#tokens.get(key)
    const response = await send(known)
    const challenge = response.headers.get('www-authenticate')
    if (response.status !== 401 || challenge === null) return response
    await response.arrayBuffer()
    const token = await this.#fetchToken(challenge)
    if (token === undefined) return send(undefined)
    this.#tokens.set(key, token)
    return send(token)
  }

  /** @throws {OciClientError} for any other status than `status` */
  async expect(status: number, method: string, path: string, init: RequestInit = {}): Promise<Response> {
    const response = await this.request(method, path, init)
    if (response.status !== status)
      throw new OciClientError(`${method} ${path}`, response.status, await response.text())
    return response
  }

  /** POST, PATCH, PUT, unless the blob is there already. */
  async pushBlob(name: string, content: Buffer): Promise<Digest> {
    const digest = digestOf(content)
    const head = await this.request('HEAD', `${name}/blobs/${digest}`)
    if (head.status === 200) return digest
    const started = await this.expect(202, 'POST', `${name}/blobs/uploads/`)
    const patched = await this.expect(202, 'PATCH', location(started), { body: new Uint8Array(content) })
    const target = location(patched)
    await this.expect(201, 'PUT', `${target}${target.includes('?') ? '&' : '?'}digest=${digest}`)
    return digest
  }

  async pushManifest(name: string, reference: string, manifest: Buffer, mediaType: string): Promise<Response> {
    return this.expect(201, 'PUT', `${name}/manifests/${reference}`, {
      body: new Uint8Array(manifest),
      headers: { 'content-type': mediaType },
    })
  }

  async pushImage(name: string, tag: string, image: OciImage = makeImage()): Promise<OciImage> {
    for (const blob of [image.config, ...image.layers]) await this.pushBlob(name, blob)
    await this.pushManifest(name, tag, image.manifest, image.mediaType)
    return image
  }

  /** Pulls a manifest with its config and layers, and checks every digest. */
  async pullImage(name: string, reference: string): Promise<OciImage> {
    const response = await this.expect(200, 'GET', `${name}/manifests/${reference}`)
    const manifest = Buffer.from(await response.arrayBuffer())
    const parsed: { config: { digest: string }; layers: { digest: string }[] } = JSON.parse(manifest.toString())
    const [config, ...layers] = await Promise.all(
      [parsed.config, ...parsed.layers].map((one) => this.pullBlob(name, one.digest)),
    )
    if (!config) throw new Error('The manifest has no config.')
    return {
      config,
      layers,
      manifest,
      digest: digestOf(manifest),
      mediaType: response.headers.get('content-type') ?? '',
    }
  }

  async pullBlob(name: string, digest: string): Promise<Buffer> {
    const response = await this.expect(200, 'GET', `${name}/blobs/${digest}`)
    const content = Buffer.from(await response.arrayBuffer())
    if (digestOf(content) !== digest) throw new Error(`${name}@${digest} came with other content.`)
    return content
  }

  async #fetchToken(challenge: string): Promise<string | undefined> {
    const parameters = new Map([...challenge.matchAll(/(\w+)="([^"]*)"/g)].map((match) => [match[1], match[2] ?? '']))
    const scope = parameters.get('scope') ?? ''
    if (this.credentials.token) return this.credentials.token(scope)
    const realm = parameters.get('realm')
    if (realm === undefined) return undefined
    const url = new URL(realm)
    url.searchParams.set('service', parameters.get('service') ?? '')
    if (scope !== '') url.searchParams.set('scope', scope)
    const { username, password } = this.credentials
    const basic = Buffer.from(`${username}:${password}`).toString('base64')
    const response = await fetch(url, username === undefined ? {} : { headers: { authorization: `Basic ${basic}` } })
    if (!response.ok) throw new OciClientError(`GET ${url.pathname}`, response.status, await response.text())
    const { token }: { token: string } = JSON.parse(await response.text())
    return token
  }
}

function location(response: Response): string {
  const value = response.headers.get('location')
  if (value === null) throw new Error('The answer names no Location.')
  return value
}
