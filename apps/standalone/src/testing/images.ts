import { digestOf, mediaTypes, type Digest } from '@berth/oci'
import { OciClient, type OciImage } from '@berth/testkit'

const accept = [
  mediaTypes.ociManifest,
  mediaTypes.ociIndex,
  mediaTypes.dockerManifest,
  mediaTypes.dockerManifestList,
].join(', ')

export interface PulledManifest {
  readonly digest: Digest
  readonly mediaType: string
  readonly bytes: Buffer
}

/** A manifest by tag or digest; undefined for 404. Its digest is computed, and has to be the one that the registry names. */
export async function pullManifest(url: string, name: string, reference: string): Promise<PulledManifest | undefined> {
  const response = await new OciClient(url).request('GET', `${name}/manifests/${reference}`, { headers: { accept } })
  const bytes = Buffer.from(await response.arrayBuffer())
  if (response.status === 404) return undefined
  if (response.status !== 200) throw new Error(`${name}:${reference}: ${response.status} ${bytes.toString()}`)
  const digest = digestOf(bytes, reference.startsWith('sha512:') ? 'sha512' : 'sha256')
  if (response.headers.get('docker-content-digest') !== digest)
    throw new Error(`${name}:${reference} has a wrong digest`)
  return { digest, mediaType: response.headers.get('content-type') ?? '', bytes }
}

/** Pulls an image or index with all that it names, and checks every digest. @returns digest of the manifest */
export async function pullAll(url: string, name: string, reference: string): Promise<Digest> {
  const manifest = await pullManifest(url, name, reference)
  if (!manifest) throw new Error(`${name}:${reference} is not there`)
  const {
    config,
    layers = [],
    manifests = [],
  } = JSON.parse(manifest.bytes.toString()) as {
    config?: { digest: string }
    layers?: { digest: string }[]
    manifests?: { digest: string }[]
  }
  for (const child of manifests) await pullAll(url, name, child.digest)
  for (const blob of [...(config ? [config] : []), ...layers]) await new OciClient(url).pullBlob(name, blob.digest)
  return manifest.digest
}

/** An index of images that the repository holds. */
export function makeIndex(images: readonly OciImage[]): Buffer {
  const manifests = images.map(({ mediaType, digest, manifest }, index) => ({
    mediaType,
    digest,
    size: manifest.byteLength,
    platform: { os: 'linux', architecture: index === 0 ? 'amd64' : 'arm64' },
  }))
  return Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: mediaTypes.ociIndex, manifests }))
}

/** The same image as docker pushes it. */
export function asDocker(image: OciImage): OciImage {
  const { config, layers } = JSON.parse(image.manifest.toString()) as { config: object; layers: object[] }
  const manifest = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: mediaTypes.dockerManifest,
      config: { ...config, mediaType: mediaTypes.dockerConfig },
      layers: layers.map((layer) => ({ ...layer, mediaType: 'application/vnd.docker.image.rootfs.diff.tar.gzip' })),
    }),
  )
  return { ...image, manifest, digest: digestOf(manifest), mediaType: mediaTypes.dockerManifest }
}
