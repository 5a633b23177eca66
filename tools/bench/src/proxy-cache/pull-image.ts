import { LoadError } from '../load/outcome.js'
import { readBlob } from '../load/read-blob.js'
import { IMAGE_MANIFEST, type SyntheticImage } from '../load/synthetic-image.js'

/** An image in a registry that lets everybody pull, by a token where it wants one. */
export interface Place {
  readonly url: string
  readonly repository: string
  readonly authorization: string | undefined
}

/** Pulls as docker does: the manifest by its tag, then config and layers at the same time. @returns milliseconds */
export async function pullImage({ url, repository, authorization }: Place, image: SyntheticImage): Promise<number> {
  const began = performance.now()
  const headers = { accept: IMAGE_MANIFEST, ...(authorization !== undefined && { authorization }), connection: 'close' }
  const manifest = await fetch(`${url}/v2/${repository}/manifests/latest`, { headers })
  const body = Buffer.from(await manifest.arrayBuffer())
  if (!manifest.ok || !body.equals(image.manifest))
    throw new LoadError(`the manifest of ${repository} was answered with ${manifest.status}`)
  await Promise.all(
    [image.config, ...image.layers].map(async ({ digest, size }) => {
      const { bytes } = await readBlob(new URL(`${url}/v2/${repository}/blobs/${digest}`), authorization)
      if (bytes !== size) throw new LoadError(`${digest} of ${repository} came with ${bytes} of ${size} bytes`)
    }),
  )
  return performance.now() - began
}
