import { commonStart, isPlainName } from '@berth/contracts'
import { documentsAtWork, isAccessoryTag, isRepositoryName, parseManifest, type RepositoryName } from '@berth/oci'
import type { ListedArtifact, SharedConnection } from '@berth/registry-endpoints'
import type { ArtifactSource, FoundArtifact } from './found-artifact.js'

/** What a registry elsewhere has, as far as it tells. */
export class ArtifactsElsewhere implements ArtifactSource {
  /** @param wantsKinds whether it is to be found out of each artifact whether it is an image */
  constructor(
    private readonly connection: SharedConnection,
    private readonly wantsKinds: boolean,
    private readonly signal: AbortSignal,
  ) {}

  /** One that is named is asked for by its name: some registries tell nobody what they have. */
  async *repositories(pattern: string): AsyncGenerator<RepositoryName> {
    if (isPlainName(pattern)) {
      const { provider } = this.connection.endpoint
      if (isRepositoryName(pattern)) yield provider.fullName?.(pattern) ?? pattern
    } else yield* this.connection.repositories(commonStart(pattern), this.signal)
  }

  async *artifacts(repository: RepositoryName): AsyncGenerator<FoundArtifact> {
    for await (const listed of this.connection.artifacts(repository, this.signal)) {
      const { digest, labels = [] } = listed
      const tags = listed.tags.filter((tag) => !isAccessoryTag(tag))
      // What has no other tag belongs to an artifact, and comes with it.
      if (tags.length === 0 && listed.tags.length > 0) continue
      const isImage = !this.wantsKinds || (listed.isImage ?? (await this.#isImage(repository, listed)))
      yield { repository, digest, tags, labels, isImage }
    }
  }

  async #isImage(name: RepositoryName, { digest, tags: [tag] }: ListedArtifact): Promise<boolean> {
    const reference = digest ?? tag
    if (reference === undefined) return false
    const manifest = await this.connection.registry(this.signal).manifest(name, reference)
    if (!manifest) return false
    using _room = await documentsAtWork.take(manifest.bytes.length, this.signal)
    const { kind } = parseManifest(manifest.bytes, manifest.mediaType)
    return kind === 'image' || kind === 'index'
  }
}
