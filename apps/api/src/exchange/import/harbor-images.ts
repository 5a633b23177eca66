import type { Digest, Reference, RepositoryName, Tag } from '@berth/oci'
import { pathInProject, projectOf } from '@berth/oci'
import type { RegistryClient } from '@berth/registry-client'
import { RemoteRegistry } from '@berth/transfer'
import type { HarborApi } from './harbor-api.js'
import { artifact } from './harbor-schemas.js'

/** Labels of an artifact, by their ids in the source. */
export interface LabelledArtifact {
  readonly digest: Digest
  readonly labels: readonly number[]
}

/**
 * One repository of a Harbor. Its API tells of artifacts that no tag leads to, and where each tag leads, in pages; what is attached to an
 * artifact is asked for by `/v2`, as everywhere.
 */
export class HarborRepository extends RemoteRegistry {
  /** Tags of the whole repository, from when it was listed. */
  readonly tagged = new Map<Tag, Digest>()
  readonly labelled: LabelledArtifact[] = []

  constructor(
    client: RegistryClient,
    private readonly api: HarborApi,
    readonly name: RepositoryName,
  ) {
    super(client)
  }

  override async *repositories(): AsyncGenerator<RepositoryName> {
    yield this.name
  }

  override async *manifests(name: RepositoryName): AsyncGenerator<Digest> {
    const seen = new Set<Digest>()
    if (!this.api.isBeforeArtifacts)
      for await (const page of this.api.pages(this.#artifacts()))
        for (const entry of page) {
          const { data: one } = artifact.safeParse(entry)
          if (!one) continue
          for (const tag of one.tags) this.tagged.set(tag.name, one.digest)
          if (one.labels.length > 0) this.labelled.push({ digest: one.digest, labels: one.labels.map(({ id }) => id) })
          for (const { digest } of one.accessories) yield* this.withReferrers(name, digest, seen)
          yield* this.withReferrers(name, one.digest, seen)
        }
    // Signatures of older cosigns are tags that the API does not tell.
    for await (const tag of this.tags(name)) {
      const digest = await this.findManifest(name, { tag })
      if (digest === undefined) continue
      this.tagged.set(tag, digest)
      yield* this.withReferrers(name, digest, seen)
    }
  }

  override async findManifest(name: RepositoryName, reference: Reference): Promise<Digest | undefined> {
    const known = 'tag' in reference ? this.tagged.get(reference.tag) : undefined
    return known ?? super.findManifest(name, reference)
  }

  #artifacts(): string {
    const repository = encodeURIComponent(encodeURIComponent(pathInProject(this.name)))
    const shown = 'with_tag=true&with_label=true&with_accessory=true&with_scan_overview=false'
    return `projects/${encodeURIComponent(projectOf(this.name))}/repositories/${repository}/artifacts?${shown}`
  }
}
