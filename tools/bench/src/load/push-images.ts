import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { findProgram, temporaryFolder } from '@berth/testkit'
import type { Outcome } from './outcome.js'
import { runTool } from './run-tool.js'
import { touchMemory } from './touch-memory.js'
import { makeImage, type SyntheticBlob, type SyntheticImage } from './synthetic-image.js'
import { parseWrkOutput } from './wrk-output.js'

const SCRIPT = fileURLToPath(new URL('../../wrk/push.lua', import.meta.url))
/** More than any server here takes in a second from one client: who runs out of images fails. */
const MOST_BLOBS = 400
const MOST_BYTES = 100 * 1024 * 1024

export interface PushLoad {
  readonly url: string
  /** One per client that pushes at the same time. */
  readonly repositories: readonly string[]
  readonly authorization: string | undefined
  readonly layers: number
  /** Bytes of each layer. */
  readonly layerSize: number
  readonly seconds: number
}

/** Pushes new images from several clients at once, by wrk. They are made and hashed before the clock starts. */
export async function pushImages(load: PushLoad): Promise<Outcome> {
  const { layers, layerSize, seconds } = load
  const wrk = await findProgram('wrk', 'wrk')
  await using folder = await temporaryFolder('push')
  const images = Math.ceil((seconds + 1) * Math.min(MOST_BLOBS / layers, MOST_BYTES / (layers * layerSize)))
  await writeImages(folder.path, load.repositories.length, () =>
    Array.from({ length: images }, () => makeImage(layers, layerSize)),
  )
  const clients = load.repositories.length
  await touchMemory()
  const output = await runTool(
    wrk,
    `-t ${clients} -c ${clients} -d ${seconds}s --timeout 30s -s`
      .split(' ')
      .concat(SCRIPT, load.url, '--', load.authorization ?? '-', folder.path, load.repositories),
    seconds,
  )
  return parseWrkOutput(output)
}

/** As `push.lua` reads them. */
async function writeImages(folder: string, clients: number, make: () => SyntheticImage[]): Promise<void> {
  for (let client = 1; client <= clients; client += 1) {
    const images = make()
    const [layer] = images[0]?.layers ?? []
    if (client === 1 && layer) await writeFile(join(folder, 'tail'), Buffer.concat(layer.pieces().slice(1)))
    const lines = images.flatMap((image) => [
      ...image.layers.map((blob) => `layer ${blob.digest} ${beginning(blob).toString('hex')}`),
      `config ${image.config.digest} ${beginning(image.config).toString()}`,
      `manifest ${randomUUID()} ${image.manifest.toString()}`,
    ])
    await writeFile(join(folder, String(client)), lines.join('\n') + '\n')
  }
}

/** What sets a blob apart from others. */
function beginning(blob: SyntheticBlob): Buffer {
  return Buffer.from(blob.pieces()[0] ?? [])
}
