import type { Actor } from '@berth/contracts'
import {
  digestOf,
  mediaTypes,
  parseManifest,
  parseRepositoryName,
  parseTag,
  type Digest,
  type RepositoryName,
} from '@berth/oci'
import type { RegistryMetadata } from '../registry-metadata.js'

/** An adapter with a store of its own for one test. */
export interface MetadataUnderTest {
  readonly metadata: RegistryMetadata
  /** Names of repositories in it begin with this, and a slash. */
  readonly project: string
  /** Puts the bytes of a blob where the blob store would. */
  readonly publish: (digest: Digest, bytes: Buffer) => Promise<void>
}

export const platform: Actor = { kind: 'system', name: 'test' }
export const user = (name: string): Actor => ({ kind: 'user', name })

export const descriptor = (digest: Digest, size = 2) => ({ mediaType: mediaTypes.ociManifest, digest, size })

export const imageOf = (config: Digest, size: number) => ({
  schemaVersion: 2,
  mediaType: mediaTypes.ociManifest,
  config: { mediaType: mediaTypes.ociConfig, digest: config, size },
  layers: [],
})

export const indexOf = (children: Digest[]) => ({
  schemaVersion: 2,
  mediaType: mediaTypes.ociIndex,
  manifests: children.map((child) => descriptor(child)),
})

/** Repositories of an adapter, and ways to fill them. */
export function fill({ metadata, project, publish }: MetadataUnderTest) {
  const repository = parseRepositoryName(`${project}/web`)
  const other = parseRepositoryName(`${project}/other`)

  async function addBlob(into: RepositoryName, text: string): Promise<Digest> {
    const bytes = Buffer.from(text)
    const digest = digestOf(bytes)
    const upload = { repository: into, digest, size: bytes.byteLength }
    await metadata.commitUpload(upload, () => publish(digest, bytes))
    return digest
  }

  async function push(
    into: RepositoryName,
    bytes: Buffer,
    tags: string[],
    mediaType: string = mediaTypes.ociManifest,
    digest = digestOf(bytes),
    allowMissingChildren = false,
  ): Promise<Digest> {
    const manifest = parseManifest(bytes, mediaType)
    await metadata.pushManifest({
      repository: into,
      digest,
      bytes,
      manifest,
      tags: tags.map(parseTag),
      pushedBy: platform,
      allowMissingChildren,
    })
    return digest
  }

  async function pushImage(into: RepositoryName, text: string, tags: string[]) {
    const config = await addBlob(into, text)
    const bytes = Buffer.from(JSON.stringify(imageOf(config, text.length)))
    return { digest: await push(into, bytes, tags), bytes, config }
  }

  return { metadata, project, repository, other, addBlob, push, pushImage }
}
