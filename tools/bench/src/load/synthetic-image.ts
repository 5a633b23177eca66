import { createHash, randomBytes } from 'node:crypto'

export const IMAGE_MANIFEST = 'application/vnd.oci.image.manifest.v1+json'

const CHUNK = 1024 * 1024
const STAMP = 16

/** Content that no registry has seen before. */
export interface SyntheticBlob {
  readonly digest: string
  readonly size: number
  /** The bytes, in pieces of at most 1 MiB. */
  pieces(): Uint8Array[]
}

export interface SyntheticImage {
  readonly config: SyntheticBlob
  readonly layers: readonly SyntheticBlob[]
  /** An OCI image manifest. */
  readonly manifest: Buffer
  readonly digest: string
}

export function sha256(...pieces: readonly Uint8Array[]): string {
  const hash = createHash('sha256')
  for (const piece of pieces) hash.update(piece)
  return `sha256:${hash.digest('hex')}`
}

let ballast = randomBytes(CHUNK)

/** All blobs share their tail, so that making one costs only its hash. */
function tail(size: number): Buffer {
  if (ballast.length < size) ballast = randomBytes(size)
  return ballast.subarray(0, size)
}

/** @param size bytes, at least 16 */
export function makeBlob(size: number): SyntheticBlob {
  const stamp = randomBytes(STAMP)
  const rest = tail(size - STAMP)
  const pieces = (): Uint8Array[] => {
    const list: Uint8Array[] = [stamp]
    for (let offset = 0; offset < rest.length; offset += CHUNK) list.push(rest.subarray(offset, offset + CHUNK))
    return list
  }
  return { digest: sha256(stamp, rest), size, pieces }
}

function makeConfig(layers: readonly SyntheticBlob[]): SyntheticBlob {
  const text = JSON.stringify({
    architecture: 'amd64',
    os: 'linux',
    created: '2026-01-01T00:00:00Z',
    config: { Cmd: ['/bin/true'] },
    rootfs: { type: 'layers', diff_ids: layers.map((layer) => layer.digest) },
  })
  const bytes = Buffer.from(text)
  return { digest: sha256(bytes), size: bytes.length, pieces: () => [bytes] }
}

/** An image of new layers, hashed and ready to be pushed. */
export function makeImage(layerCount: number, layerSize: number): SyntheticImage {
  const layers = Array.from({ length: layerCount }, () => makeBlob(layerSize))
  const config = makeConfig(layers)
  const manifest = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: IMAGE_MANIFEST,
      config: { mediaType: 'application/vnd.oci.image.config.v1+json', digest: config.digest, size: config.size },
      layers: layers.map((layer) => ({
        mediaType: 'application/vnd.oci.image.layer.v1.tar',
        digest: layer.digest,
        size: layer.size,
      })),
    }),
  )
  return { config, layers, manifest, digest: sha256(manifest) }
}
