import type { Readable } from 'node:stream'
import {
  digestAlgorithm,
  digestOf,
  isDigest,
  isRepositoryName,
  isTag,
  MAX_MANIFEST_SIZE,
  mediaTypes,
  type ByteRange,
  type Digest,
  type RepositoryName,
  type Tag,
  typeIn,
} from '@berth/oci'
import type { Outbound, OutboundResponse } from '@berth/outbound'
import { z } from 'zod'
import type { Credentials, CredentialSource } from './credentials.js'
import { download } from './download.js'
import { pages } from './pages.js'
import { RegistryError } from './registry-error.js'
import { RegistryHttp } from './registry-http.js'
import { upload, type Content } from './upload.js'

export interface RegistryOptions {
  /** Scheme, host and port. */
  readonly url: string
  readonly credentials?: Credentials | CredentialSource | undefined
  readonly outbound: Pick<Outbound, 'request'>
  /** Ends whatever is under way. */
  readonly signal?: AbortSignal | undefined
  /** Entries of a list that are asked for at a time. */
  readonly pageSize?: number | undefined
}

export interface RemoteManifest {
  readonly digest: Digest
  readonly mediaType: string
  /** Exactly as the registry keeps them. */
  readonly bytes: Buffer
}

const accept = [
  mediaTypes.ociManifest,
  mediaTypes.ociIndex,
  mediaTypes.dockerManifest,
  mediaTypes.dockerManifestList,
  '*/*;q=0.1',
].join(', ')

const catalogPage = z.object({ repositories: z.array(z.string()).nullable() })
const tagsPage = z.object({ tags: z.array(z.string()).nullable() })
const descriptorsPage = z.object({ manifests: z.array(z.looseObject({ digest: z.string() })).nullable() })
const referrersPage = z.object({ manifests: z.array(z.object({ digest: z.string() })).nullable() })

const toPull = (name: RepositoryName) => `repository:${name}:pull`
const typeOf = (response: OutboundResponse) => typeIn(response.header('content-type'))
const toPush = (name: RepositoryName) => `repository:${name}:pull,push`

/** A registry elsewhere. Methods fail with {@link RegistryError} or `OutboundError` where it gives no answer of use. */
export class RegistryClient {
  readonly #options: RegistryOptions
  readonly #pageSize: number
  #http: RegistryHttp

  constructor(options: RegistryOptions) {
    const { url, credentials, outbound, signal, pageSize = 1000 } = options
    const source = typeof credentials === 'function' ? credentials : async () => credentials
    this.#options = options
    this.#pageSize = pageSize
    this.#http = RegistryHttp.to(url, outbound, source).within(signal)
  }

  /**
   * The same, signed in as this one is, for work that the signal ends.
   * @param attempts how often it is asked before a fault that may pass is one
   */
  within(signal: AbortSignal | undefined, attempts?: number): RegistryClient {
    const other = new RegistryClient(this.#options)
    other.#http = this.#http.within(signal, attempts)
    return other
  }

  /** Whether there is a registry, and the credentials are good. */
  async ping(): Promise<void> {
    ;(await this.#http.request('', { scope: '', expect: [200] })).drop()
  }

  /** Names of its repositories, as far as these are names here, too. */
  async *repositories(): AsyncGenerator<RepositoryName> {
    const path = `_catalog?n=${this.#pageSize}`
    for await (const page of pages(this.#http, { path, scope: 'registry:catalog:*', schema: catalogPage }))
      for (const name of page.repositories ?? []) if (isRepositoryName(name)) yield name
  }

  /** Empty for a repository that is not there. */
  async *tags(name: RepositoryName): AsyncGenerator<Tag> {
    const path = `${name}/tags/list?n=${this.#pageSize}`
    for await (const page of pages(this.#http, { path, scope: toPull(name), schema: tagsPage }))
      for (const tag of page.tags ?? []) if (isTag(tag)) yield tag
  }

  /** Descriptors of manifests that are about another one, as they come. Empty where the registry knows no referrers. */
  async *referrerDescriptors(name: RepositoryName, subject: Digest): AsyncGenerator<{ digest: Digest }> {
    const path = `${name}/referrers/${subject}`
    for await (const page of pages(this.#http, { path, scope: toPull(name), schema: descriptorsPage }))
      for (const { digest, ...more } of page.manifests ?? []) if (isDigest(digest)) yield { ...more, digest }
  }

  /** Digests of manifests that are about another one. Empty where the registry knows no referrers. */
  async *referrers(name: RepositoryName, subject: Digest): AsyncGenerator<Digest> {
    const path = `${name}/referrers/${subject}`
    for await (const page of pages(this.#http, { path, scope: toPull(name), schema: referrersPage }))
      for (const { digest } of page.manifests ?? []) if (isDigest(digest)) yield digest
  }

  /** Digest of a manifest, undefined where there is none. */
  async findManifest(name: RepositoryName, reference: Digest | Tag): Promise<Digest | undefined> {
    const response = await this.#manifest('HEAD', name, reference)
    response.drop()
    if (response.status === 404) return undefined
    const digest = response.header('docker-content-digest')
    if (digest !== undefined && isDigest(digest)) return digest
    return (await this.manifest(name, reference))?.digest
  }

  /** What a reference leads to, told by a request that registries do not count; undefined where there is nothing. */
  async describeManifest(
    name: RepositoryName,
    reference: Digest | Tag,
  ): Promise<{ digest: Digest; mediaType: string; size: number } | undefined> {
    const response = await this.#manifest('HEAD', name, reference)
    response.drop()
    if (response.status === 404) return undefined
    const digest = response.header('docker-content-digest')
    const size = Number(response.header('content-length') ?? NaN)
    const mediaType = typeOf(response)
    if (digest !== undefined && isDigest(digest) && Number.isSafeInteger(size) && mediaType !== '')
      return { digest, mediaType, size }
    const whole = await this.manifest(name, reference)
    return whole && { digest: whole.digest, mediaType: whole.mediaType, size: whole.bytes.length }
  }

  /** A manifest, verified; undefined where there is none. */
  async manifest(name: RepositoryName, reference: Digest | Tag): Promise<RemoteManifest | undefined> {
    const response = await this.#manifest('GET', name, reference)
    if (response.status === 404) {
      response.drop()
      return undefined
    }
    const bytes = await response.bytes(MAX_MANIFEST_SIZE)
    const told = response.header('docker-content-digest')
    const wanted = isDigest(reference) ? reference : told !== undefined && isDigest(told) ? told : undefined
    const digest = digestOf(bytes, wanted && digestAlgorithm(wanted))
    if (wanted !== undefined && digest !== wanted)
      throw new RegistryError(200, 'DIGEST_INVALID', `what comes as ${wanted} is something else`)
    return { digest, mediaType: typeOf(response), bytes }
  }

  async putManifest(
    name: RepositoryName,
    reference: Digest | Tag,
    { mediaType, bytes }: Pick<RemoteManifest, 'mediaType' | 'bytes'>,
  ): Promise<void> {
    const headers = { 'content-type': mediaType }
    const request = { method: 'PUT', scope: toPush(name), headers, body: bytes, expect: [200, 201, 202] } as const
    ;(await this.#http.request(`${name}/manifests/${reference}`, request)).drop()
  }

  /**
   * Deletes a manifest with its tags, or a tag alone. @returns false where there was none
   * @throws {RegistryError} also where the registry deletes no tags
   */
  async deleteManifest(name: RepositoryName, reference: Digest | Tag): Promise<boolean> {
    const request = { method: 'DELETE', scope: `repository:${name}:delete`, expect: [200, 202, 204, 404] } as const
    const response = await this.#http.request(`${name}/manifests/${reference}`, request)
    response.drop()
    return response.status !== 404
  }

  /** Its size in bytes, undefined where the repository has no such blob. */
  async findBlob(name: RepositoryName, digest: Digest): Promise<number | undefined> {
    const request = { method: 'HEAD', scope: toPull(name), expect: [200, 404] } as const
    const response = await this.#http.request(`${name}/blobs/${digest}`, request)
    response.drop()
    return response.status === 404 ? undefined : Number(response.header('content-length') ?? 0)
  }

  /** A blob, verified: what is something else ends with an error. A part of one is not. */
  blob(name: RepositoryName, digest: Digest, range?: ByteRange): Readable {
    return download(this.#http, { path: `${name}/blobs/${digest}`, scope: toPull(name), digest, range })
  }

  /** Links a blob of another repository. @returns false where it has to be sent; nothing has changed then */
  async mountBlob(name: RepositoryName, digest: Digest, from: RepositoryName): Promise<boolean> {
    const query = new URLSearchParams({ mount: digest, from })
    const scope = `${toPush(name)} ${toPull(from)}`
    const headers = { 'content-length': '0' }
    const path = `${name}/blobs/uploads/?${query.toString()}`
    const response = await this.#http.request(path, { method: 'POST', scope, headers, expect: [201, 202] })
    response.drop()
    if (response.status === 202) await this.#cancel(response, name)
    return response.status === 201
  }

  /** @param chunkBytes what is sent in one request at most */
  async pushBlob(name: RepositoryName, content: Content, chunkBytes?: number): Promise<void> {
    await upload(this.#http, { name, scope: toPush(name), content, chunkBytes })
  }

  #manifest(method: 'GET' | 'HEAD', name: RepositoryName, reference: Digest | Tag): Promise<OutboundResponse> {
    const request = { method, scope: toPull(name), headers: { accept }, expect: [200, 404] } as const
    return this.#http.request(`${name}/manifests/${reference}`, request)
  }

  /** The upload that a registry has begun instead of mounting. */
  async #cancel(response: OutboundResponse, name: RepositoryName): Promise<void> {
    const url = URL.parse(response.header('location') ?? '', response.url.href)
    const request = { method: 'DELETE', scope: toPush(name), expect: [200, 202, 204, 404, 405] } as const
    if (url) (await this.#http.request(url, request)).drop()
  }
}
