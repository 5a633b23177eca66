import { mkdir, rm } from 'node:fs/promises'
import { DistributionError, type Digest, type Reference, type RepositoryName, type Tag } from '@berth/oci'
import { MetadataUnavailableError } from '../errors.js'
import type {
  FinishedUpload,
  FoundManifest,
  ManifestPush,
  MountSource,
  Page,
  RegistryMetadata,
} from '../registry-metadata.js'
import * as blobs from './blobs.js'
import { deleteManifest } from './delete-manifest.js'
import { hasCode } from './errors.js'
import { findBroken } from './find-broken.js'
import { LayoutManifests, listManifests } from './manifests.js'
import { linkTime } from './links.js'
import { pushManifest } from './push-manifest.js'
import { readManifest } from './read-manifest.js'
import { LayoutReferrers } from './referrers.js'
import { deleteTag, listTags, trashFolder } from './tags.js'
import { Tree } from './tree.js'
import { purgeUploads } from './purge-uploads.js'
import { walkRepositories } from './walk-repositories.js'

/**
 * Metadata as Docker Distribution keeps it: small files in the tree that holds the blobs, no database. What another program writes
 * into the tree is seen at once. One process may change a tree at a time; one that collects garbage may run beside it.
 *
 * There are no projects here: every name is a repository.
 */
export class LayoutMetadata implements RegistryMetadata {
  readonly #tree: Tree
  readonly #manifests: LayoutManifests
  readonly #referrers: LayoutReferrers
  readonly #blobsArePublic: boolean

  /**
   * @param root                   the folder that Distribution's configuration calls `rootdirectory`
   * @param options.blobsArePublic whether every caller may read every repository, as where the registry has no rights by repository
   */
  constructor(root: string, { blobsArePublic = true }: { readonly blobsArePublic?: boolean } = {}) {
    this.#blobsArePublic = blobsArePublic
    this.#tree = new Tree(root)
    this.#manifests = new LayoutManifests(this.#tree)
    this.#referrers = new LayoutReferrers(this.#tree, this.#manifests)
  }

  findBlob(repository: RepositoryName, digest: Digest) {
    return named(blobs.findBlob(this.#tree, repository, digest))
  }

  keepBlob(repository: RepositoryName, digest: Digest) {
    return named(blobs.keepBlob(this.#tree, repository, digest))
  }

  mountBlob(target: RepositoryName, digest: Digest, source: MountSource) {
    const fromPublic = source.fromPublic && this.#blobsArePublic
    return named(blobs.mountBlob(this.#tree, target, digest, { ...source, fromPublic }))
  }

  unlinkBlob(repository: RepositoryName, digest: Digest) {
    return named(blobs.unlinkBlob(this.#tree, repository, digest))
  }

  /** Every name may be a repository. */
  async admitUpload() {}

  async holdUpload() {}

  async releaseUpload() {}

  async commitUpload({ repository, digest }: FinishedUpload, publish: () => Promise<void>) {
    await publish()
    await named(blobs.linkBlob(this.#tree, repository, digest))
  }

  /** Ends uploads of Distribution that nothing was added to since `before`, or only counts them. @returns how many */
  purgeAbandonedUploads(before: Date, isDry = false) {
    return named(purgeUploads(this.#tree, before, isDry))
  }

  findManifest(repository: RepositoryName, reference: Reference) {
    return named(this.#manifests.find(repository, reference))
  }

  manifestBody(manifest: FoundManifest) {
    return named(readManifest(this.#tree, manifest.digest))
  }

  /** The tree has no place for counts. */
  countPull() {}

  async pushManifest(push: ManifestPush) {
    this.#manifests.forget(push.repository, push.digest)
    await named(pushManifest(this.#tree, push))
  }

  findPushTime(repository: RepositoryName, tag: Tag) {
    return named(linkTime(this.#tree.paths.tagCurrent(repository, tag)))
  }

  deleteTag(repository: RepositoryName, tag: Tag) {
    return named(deleteTag(this.#tree, repository, tag))
  }

  async deleteManifest(repository: RepositoryName, digest: Digest) {
    const existed = await named(deleteManifest(this.#tree, repository, digest))
    this.#manifests.forget(repository, digest)
    return existed
  }

  listTags(repository: RepositoryName, page: Page) {
    return named(listTags(this.#tree, repository, page))
  }

  listManifests(repository: RepositoryName, page: Page) {
    return named(listManifests(this.#tree, repository, page))
  }

  async listRepositories({ limit, last }: Page) {
    const names: RepositoryName[] = []
    if (limit > 0)
      for await (const name of walkRepositories(this.#tree.paths.repositories, last)) {
        const [first] = await this.listManifests(name, { limit: 1 })
        if (first !== undefined && names.push(name) >= limit) break
      }
    return names
  }

  listReferrers(repository: RepositoryName, subject: Digest, page: Page & { artifactType?: string | undefined }) {
    return named(this.#referrers.list(repository, subject, page))
  }

  findBroken() {
    return findBroken(this.#tree.paths)
  }

  /** Makes the folders, so that a new installation starts with an empty disk, and empties what a crash left in the trash. */
  async check() {
    const { paths } = this.#tree
    try {
      await mkdir(paths.repositories, { recursive: true })
      await rm(trashFolder(this.#tree), { recursive: true, force: true })
    } catch (cause) {
      throw new MetadataUnavailableError(`${paths.root} cannot be used`, { cause })
    }
  }

  async close() {}
}

/** Gives faults of the file system the names of the port. */
async function named<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (cause) {
    if (hasCode(cause, 'ENOSPC', 'EDQUOT')) throw new DistributionError('STORAGE_FULL', undefined, { cause })
    if (hasCode(cause, 'EIO', 'EROFS', 'EACCES', 'EPERM', 'EMFILE', 'ENFILE', 'ESTALE'))
      throw new MetadataUnavailableError(cause instanceof Error ? cause.message : String(cause), { cause })
    throw cause
  }
}
