import { randomBytes, randomUUID } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DockerClient } from '../clients/docker.js'

export interface RandomImage {
  /** Its local name. */
  readonly name: string
  readonly layers: number
}

export interface RandomImageOptions {
  readonly layers: number
  /** Size of each layer; random bytes, so that compression leaves it as it is. */
  readonly bytesPerLayer: number
  /** Image to build on; none (`scratch`) unless told. */
  readonly from?: string
}

/** Builds a docker image whose layers no registry has seen before. `folder` is needed while it is built. */
export async function buildRandomImage(
  docker: DockerClient,
  folder: string,
  { layers, bytesPerLayer, from = 'scratch' }: RandomImageOptions,
): Promise<RandomImage> {
  const name = `berth-e2e-random:${randomUUID()}`
  const context = join(folder, 'image-context')
  await mkdir(context, { recursive: true })
  const lines = [`FROM ${from}`]
  for (let layer = 0; layer < layers; layer++) {
    await writeFile(join(context, `layer-${layer}`), randomBytes(bytesPerLayer))
    lines.push(`COPY layer-${layer} /layers/`)
  }
  await writeFile(join(context, 'Dockerfile'), [...lines, 'CMD ["/none"]', ''].join('\n'))
  await docker.must(['build', '--quiet', '--tag', name, context])
  await rm(context, { recursive: true })
  return { name, layers }
}
