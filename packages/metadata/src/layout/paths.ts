import { join } from 'node:path'
import { digestAlgorithm, digestHex, type Digest, type RepositoryName, type Tag, type UploadId } from '@berth/oci'

/*
 * Docker Distribution's tree, below the folder that its configuration calls `rootdirectory`:
 *
 *   docker/registry/v2/
 *     blobs/<algorithm>/<first two hex>/<hex>/data          layers, configs and manifests
 *     repositories/<name>/
 *       _layers/<algorithm>/<hex>/link                      blobs that the repository holds
 *       _manifests/revisions/<algorithm>/<hex>/link         manifests that it holds
 *       _manifests/revisions/<algorithm>/<hex>/mediatype    only where the manifest itself does not say it; Berth's own
 *       _manifests/tags/<tag>/current/link                  what the tag names
 *       _manifests/tags/<tag>/index/<algorithm>/<hex>/link  what it ever named
 *       _uploads/<uuid>/startedat                           Distribution's uploads that have not ended
 *   berth/                                                  what Distribution knows nothing of and never looks at
 *
 * A link is a file that holds a digest. A name's segments never begin with an underscore, so they never meet the folders that do.
 */
const underscored = { layers: '_layers', manifests: '_manifests', uploads: '_uploads' } as const

/** Every path of one tree. Takes parsed names only: nothing here looks for `..`. */
export class LayoutPaths {
  readonly repositories: string
  readonly blobs: string
  /** Same file system as the rest, so that whatever is removed or prepared moves by one rename. */
  readonly own: string

  constructor(readonly root: string) {
    this.repositories = join(root, 'docker/registry/v2/repositories')
    this.blobs = join(root, 'docker/registry/v2/blobs')
    this.own = join(root, 'berth')
  }

  blobFolder(digest: Digest): string {
    const hex = digestHex(digest)
    return join(this.blobs, digestAlgorithm(digest), hex.slice(0, 2), hex)
  }

  blobData(digest: Digest): string {
    return join(this.blobFolder(digest), 'data')
  }

  repository(name: RepositoryName): string {
    return join(this.repositories, name)
  }

  layers(name: RepositoryName): string {
    return join(this.repository(name), underscored.layers)
  }

  layer(name: RepositoryName, digest: Digest): string {
    return join(this.layers(name), ofDigest(digest))
  }

  manifests(name: RepositoryName): string {
    return join(this.repository(name), underscored.manifests)
  }

  revisions(name: RepositoryName): string {
    return join(this.manifests(name), 'revisions')
  }

  revision(name: RepositoryName, digest: Digest): string {
    return join(this.revisions(name), ofDigest(digest))
  }

  tags(name: RepositoryName): string {
    return join(this.manifests(name), 'tags')
  }

  tag(name: RepositoryName, tag: Tag): string {
    return join(this.tags(name), tag)
  }

  tagCurrent(name: RepositoryName, tag: Tag): string {
    return join(this.tag(name, tag), 'current')
  }

  tagIndex(name: RepositoryName, tag: Tag, digest: Digest): string {
    return join(this.tag(name, tag), 'index', ofDigest(digest))
  }

  /** Those that say together which blobs a repository uses. */
  foldersOf(name: RepositoryName): readonly string[] {
    const ofDigests = [this.layers(name), this.revisions(name)]
    return [...ofDigests.flatMap((folder) => [join(folder, 'sha256'), join(folder, 'sha512')]), this.tags(name)]
  }

  uploads(name: RepositoryName): string {
    return join(this.repository(name), underscored.uploads)
  }

  upload(name: RepositoryName, id: UploadId): string {
    return join(this.uploads(name), id)
  }
}

const ofDigest = (digest: Digest): string => join(digestAlgorithm(digest), digestHex(digest))
