import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Digest, Reference, RepositoryName } from '@berth/oci'
import { LRUCache } from 'lru-cache'
import type { FoundManifest, Page } from '../registry-metadata.js'
import { unlessMissing } from './errors.js'
import { readLink } from './links.js'
import { mediaTypeOf } from './media-type.js'
import { readManifest } from './read-manifest.js'
import type { Tree } from './tree.js'
import { walkDigestFolders } from './walk-links.js'

export const mediaTypeFile = 'mediatype'

interface Facts {
  readonly mediaType: string
  readonly size: number
}

export class LayoutManifests {
  /** What never changes of a manifest in a repository. */
  private readonly facts = new LRUCache<string, Facts>({ max: 20_000 })

  constructor(private readonly tree: Tree) {}

  async find(repository: RepositoryName, reference: Reference): Promise<FoundManifest | undefined> {
    if ('digest' in reference) return this.describe(repository, reference.digest)
    const digest = await readLink(this.tree.paths.tagCurrent(repository, reference.tag))
    const found = digest === undefined ? undefined : await this.describe(repository, digest)
    return found === undefined ? undefined : { ...found, tagId: reference.tag }
  }

  /** What another program or a deletion may have changed is forgotten. */
  forget(repository: RepositoryName, digest: Digest): void {
    this.facts.delete(`${repository}@${digest}`)
  }

  private async describe(repository: RepositoryName, digest: Digest): Promise<FoundManifest | undefined> {
    const folder = this.tree.paths.revision(repository, digest)
    if ((await readLink(folder)) === undefined) return undefined
    const key = `${repository}@${digest}`
    const known = this.facts.get(key)
    const stored = await unlessMissing(stat(this.tree.paths.blobData(digest)))
    const facts = known && stored?.size === known.size ? known : await this.learn(folder, digest)
    if (facts === undefined) return undefined
    this.facts.set(key, facts)
    return { digest, artifactId: digest, ...facts }
  }

  private async learn(folder: string, digest: Digest): Promise<Facts | undefined> {
    const bytes = await readManifest(this.tree, digest)
    if (bytes === undefined) return undefined
    const noted = await unlessMissing(readFile(join(folder, mediaTypeFile), 'utf8'))
    return { mediaType: noted ?? mediaTypeOf(bytes), size: bytes.byteLength }
  }
}

/** Manifests of a repository in byte order of their digests, tagged or not. */
export async function listManifests(
  { paths }: Tree,
  repository: RepositoryName,
  { limit, last = '' }: Page,
): Promise<Digest[]> {
  const later: Digest[] = []
  for await (const digest of walkDigestFolders(paths.revisions(repository))) if (digest > last) later.push(digest)
  const listed: Digest[] = []
  for (const digest of later.sort()) {
    if (listed.length >= limit) break
    if ((await readLink(paths.revision(repository, digest))) !== undefined) listed.push(digest)
  }
  return listed
}
