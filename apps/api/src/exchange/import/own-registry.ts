import { type Digest, isDigest, isRepositoryName, type Reference, type RepositoryName } from '@berth/oci'
import { Outbound, type OutboundRequest, type OutboundResponse } from '@berth/outbound'
import { RegistryClient, RegistryError } from '@berth/registry-client'
import { RemoteRegistry } from '@berth/transfer'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { type Berth, repositoryPath } from './berth.js'

const found = z.object({ digest: z.custom<Digest>((value) => typeof value === 'string' && isDigest(value)) })
const token = z.object({ token: z.string(), expires_in: z.number() })

/** Berth's registry as a client sees it: what is pushed passes the quota and the rules, and is told to whoever wants to know. */
export class OwnRegistry extends RemoteRegistry implements AsyncDisposable {
  private constructor(
    client: RegistryClient,
    private readonly outbound: Outbound,
    private readonly berth: Berth,
  ) {
    super(client)
  }

  /** @param url of the registry's own port, whose tokens the api gives */
  static connect(url: string, berth: Berth, signal: AbortSignal): OwnRegistry {
    const outbound = new Outbound({ allow: [new URL(url).hostname] })
    const client = new RegistryClient({ url, outbound: new Signed(outbound, berth), signal })
    return new OwnRegistry(client, outbound, berth)
  }

  /** A gate that gives an unsigned artifact to nobody says that it is there. Where a tag leads then, the api tells. */
  override async findManifest(name: RepositoryName, reference: Reference): Promise<Digest | undefined> {
    try {
      return await super.findManifest(name, reference)
    } catch (error) {
      if (!(error instanceof RegistryError) || error.status !== 412) throw error
      if ('digest' in reference) return reference.digest
      const path = `${repositoryPath(name)}/artifacts/${reference.tag}`
      return found.parse((await this.berth.send({ method: 'GET', path })).body).digest
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.outbound[Symbol.asyncDispose]()
  }
}

/** Requests to the registry with tokens that the api itself gives. */
class Signed implements Pick<Outbound, 'request'> {
  readonly #tokens = new LRUCache<string, string>({ max: 1000 })

  constructor(
    private readonly outbound: Outbound,
    private readonly berth: Berth,
  ) {}

  async request(address: string | URL, request: OutboundRequest = {}): Promise<OutboundResponse> {
    const url = new URL(address)
    const authorization = `Bearer ${await this.#tokenFor(url)}`
    return this.outbound.request(url, { ...request, headers: { ...request.headers, authorization } })
  }

  async #tokenFor({ pathname, searchParams }: URL): Promise<string> {
    const [, name = ''] = /^\/v2\/(.+)\/(?:manifests|blobs|tags|referrers)\//.exec(pathname) ?? []
    const from = searchParams.get('from') ?? ''
    const scopes = [`repository:${name}:pull,push`, ...(isRepositoryName(from) ? [`repository:${from}:pull`] : [])]
    const key = scopes.join(' ')
    const known = this.#tokens.get(key)
    if (known !== undefined) return known
    const query = scopes.map((scope) => `scope=${encodeURIComponent(scope)}`).join('&')
    const { body } = await this.berth.send({ method: 'GET', path: `/service/token?${query}` })
    const given = token.parse(body)
    this.#tokens.set(key, given.token, { ttl: (given.expires_in * 1000) / 2 })
    return given.token
  }
}
