import type { Readable } from 'node:stream'
import type { ByteRange, Digest, Reference, RepositoryName } from '@berth/oci'
import type { ImageSource, ManifestBytes } from '@berth/transfer'

/** A source that is another one, but for what is said otherwise. */
export class DelegatingSource implements ImageSource {
  constructor(protected readonly source: ImageSource) {}

  repositories() {
    return this.source.repositories()
  }

  tags(name: RepositoryName) {
    return this.source.tags(name)
  }

  manifests(name: RepositoryName) {
    return this.source.manifests(name)
  }

  manifest(name: RepositoryName, digest: Digest): Promise<ManifestBytes | undefined> {
    return this.source.manifest(name, digest)
  }

  referrers(name: RepositoryName, subject: Digest) {
    return this.source.referrers(name, subject)
  }

  findManifest(name: RepositoryName, reference: Reference) {
    return this.source.findManifest(name, reference)
  }

  findBlob(name: RepositoryName, digest: Digest) {
    return this.source.findBlob(name, digest)
  }

  read(name: RepositoryName, digest: Digest, range?: ByteRange): Promise<Readable> {
    return this.source.read(name, digest, range)
  }
}
