import type { PostgresMetadata } from '@berth/metadata'
import { digestOf, mediaTypes, parseManifest, parseRepositoryName, parseTag } from '@berth/oci'

/** Ways to put content into repositories, as the registry does; no blob has bytes. */
export function contentOf(metadata: PostgresMetadata) {
  async function pushBlob(repository: string, content: string) {
    const name = parseRepositoryName(repository)
    const digest = digestOf(Buffer.from(content))
    await metadata.commitUpload({ repository: name, digest, size: content.length }, async () => {})
    return { digest, size: content.length }
  }

  async function pushManifest(
    repository: string,
    manifest: { mediaType: string; [name: string]: unknown },
    tags: string[],
    more: object = {},
  ) {
    const bytes = Buffer.from(JSON.stringify(manifest))
    const digest = digestOf(bytes)
    await metadata.pushManifest({
      repository: parseRepositoryName(repository),
      digest,
      bytes,
      manifest: parseManifest(bytes, manifest.mediaType),
      tags: tags.map((tag) => parseTag(tag)),
      pushedBy: { kind: 'user', name: 'uma' },
      allowMissingChildren: false,
      ...more,
    })
    return { digest, size: bytes.length, mediaType: manifest.mediaType }
  }

  async function pushImage(repository: string, content: string, tags: string[], more: object = {}) {
    const layer = await pushBlob(repository, `layer of ${content}`)
    const config = await pushBlob(repository, `config of ${content}`)
    const manifest = {
      schemaVersion: 2,
      mediaType: mediaTypes.ociManifest,
      config: { mediaType: mediaTypes.ociConfig, ...config },
      layers: [{ mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', ...layer }],
      annotations: { 'org.opencontainers.image.title': content },
    }
    return pushManifest(repository, manifest, tags, {
      platform: { os: 'linux', architecture: 'amd64' },
      config: {
        os: 'linux',
        architecture: 'amd64',
        created: '2026-01-02T03:04:05Z',
        env: ['PATH=/bin'],
        exposedPorts: ['80/tcp', '53/udp'],
        volumes: ['/data'],
        cmd: ['sh'],
        history: [{ created: '2026-01-02T03:04:05Z', createdBy: 'RUN make', emptyLayer: true }],
      },
      ...more,
    })
  }

  return { pushBlob, pushManifest, pushImage }
}
