import { documentsAtWork, parseManifest, type Digest, type ParsedManifest, type RepositoryName } from '@berth/oci'
import { MAX_REFERRERS_SIZE } from '../referrers-size.js'
import type { Page, ReferrerPage } from '../registry-metadata.js'
import { KeyedMutex } from './keyed-mutex.js'
import type { LayoutManifests } from './manifests.js'
import { readManifest } from './read-manifest.js'
import { subjectOf } from './subject.js'
import type { Tree } from './tree.js'
import { walkDigestFolders } from './walk-links.js'

/** Manifests looked at, over all repositories, before the repository asked about longest ago is forgotten. */
const capacity = 200_000

interface Known {
  readonly digests: Set<Digest>
  readonly bySubject: Map<Digest, Set<Digest>>
}

/**
 * Which manifests are attached to which. Distribution's tree does not hold this, so it is read from the manifests when first asked for,
 * and from those that came later when asked again, whichever program wrote them.
 */
export class LayoutReferrers {
  private readonly known = new Map<RepositoryName, Known>()
  private readonly refreshing = new KeyedMutex()

  constructor(
    private readonly tree: Tree,
    private readonly manifests: LayoutManifests,
  ) {}

  async list(
    repository: RepositoryName,
    subject: Digest,
    { limit, last = '', artifactType }: Page & { readonly artifactType?: string | undefined },
  ): Promise<ReferrerPage> {
    const { bySubject } = await this.refreshing.run(repository, () => this.refresh(repository))
    if (limit === 0) return { descriptors: '[]' }
    const listed: string[] = []
    let [bytes, next]: [number, Digest | undefined] = [0, undefined]
    for (const digest of [...(bySubject.get(subject) ?? [])].filter((one) => one > last).sort()) {
      const descriptor = await this.describe(repository, digest, artifactType)
      if (descriptor === undefined) continue
      bytes += Buffer.byteLength(descriptor) + 1
      if (listed.length > 0 && (listed.length >= limit || bytes > MAX_REFERRERS_SIZE))
        return { descriptors: `[${listed.join()}]`, next }
      listed.push(descriptor)
      next = digest
    }
    return { descriptors: `[${listed.join()}]` }
  }

  /** As JSON; undefined for what is gone, or of another type than is asked for. */
  private async describe(
    repository: RepositoryName,
    digest: Digest,
    wanted: string | undefined,
  ): Promise<string | undefined> {
    const found = await this.manifests.find(repository, { digest })
    using _room = await documentsAtWork.take(found?.size ?? 0)
    const bytes = found === undefined ? undefined : await readManifest(this.tree, digest)
    if (found === undefined || bytes === undefined) return undefined
    const { artifactType, annotations } = parseLeniently(bytes, found.mediaType)
    if (wanted !== undefined && artifactType !== wanted) return undefined
    return JSON.stringify({ mediaType: found.mediaType, digest, size: found.size, artifactType, annotations })
  }

  private async refresh(repository: RepositoryName): Promise<Known> {
    const known = this.known.get(repository) ?? { digests: new Set(), bySubject: new Map() }
    for await (const digest of walkDigestFolders(this.tree.paths.revisions(repository))) {
      if (known.digests.has(digest)) continue
      const bytes = await readManifest(this.tree, digest)
      if (bytes === undefined) continue
      known.digests.add(digest)
      const subject = subjectOf(bytes)
      if (subject === undefined) continue
      const attached = known.bySubject.get(subject) ?? new Set()
      known.bySubject.set(subject, attached.add(digest))
    }
    this.known.delete(repository)
    this.known.set(repository, known)
    this.forgetOldest()
    return known
  }

  private forgetOldest(): void {
    let total = 0
    for (const { digests } of this.known.values()) total += digests.size
    for (const [repository, { digests }] of this.known) {
      if (total <= capacity || this.known.size === 1) return
      this.known.delete(repository)
      total -= digests.size
    }
  }
}

/** A manifest that another program took and that would not be taken here still has a line of its own. */
function parseLeniently(bytes: Buffer, mediaType: string): Partial<ParsedManifest> {
  try {
    return parseManifest(bytes, mediaType)
  } catch {
    return {}
  }
}
