import type { Readable } from 'node:stream'
import {
  parseRepositoryName,
  pathInProject,
  type ByteRange,
  type Digest,
  type Reference,
  type RepositoryName,
} from '@berth/oci'
import type { SharedConnection } from '@berth/registry-endpoints'
import type { ImageSource, ManifestBytes } from '@berth/transfer'
import { DelegatingSource } from './delegating-source.js'

/** A proxy cache. What nobody has pulled of an image yet is read from the registry that the project has its content from. */
export class CachedSource extends DelegatingSource {
  constructor(
    source: ImageSource,
    private readonly upstream: SharedConnection,
    private readonly signal: AbortSignal,
  ) {
    super(source)
  }

  override async manifest(name: RepositoryName, digest: Digest): Promise<ManifestBytes | undefined> {
    return (await this.source.manifest(name, digest)) ?? this.#registry.manifest(this.#nameOf(name), digest)
  }

  /** What a tag leads to is what the cache has: only its parts are asked for. */
  override async findManifest(name: RepositoryName, reference: Reference): Promise<Digest | undefined> {
    const found = await this.source.findManifest(name, reference)
    if (found !== undefined || !('digest' in reference)) return found
    return this.#registry.findManifest(this.#nameOf(name), reference.digest)
  }

  override async findBlob(name: RepositoryName, digest: Digest): Promise<number | undefined> {
    return (await this.source.findBlob(name, digest)) ?? this.#registry.findBlob(this.#nameOf(name), digest)
  }

  override async read(name: RepositoryName, digest: Digest, range?: ByteRange): Promise<Readable> {
    if ((await this.source.findBlob(name, digest)) !== undefined) return this.source.read(name, digest, range)
    return this.#registry.blob(this.#nameOf(name), digest, range)
  }

  get #registry() {
    return this.upstream.registry(this.signal)
  }

  #nameOf(name: RepositoryName): RepositoryName {
    const path = parseRepositoryName(pathInProject(name))
    return this.upstream.endpoint.provider.fullName?.(path) ?? path
  }
}
