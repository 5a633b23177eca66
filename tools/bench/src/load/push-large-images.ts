import { percentile } from '../statistics.js'
import type { Outcome } from './outcome.js'
import { PushClient, REQUESTS_PER_BLOB } from './push-client.js'
import { touchMemory } from './touch-memory.js'
import { makeImage, type SyntheticImage } from './synthetic-image.js'

export interface LargePushLoad {
  readonly url: string
  /** One per client that pushes at the same time; each has its own repository. */
  readonly repositories: readonly string[]
  readonly authorization: string | undefined
  readonly images: number
  readonly layers: number
  /** Bytes of each layer. */
  readonly layerSize: number
}

/** Pushes a number of new images from several clients at once, by undici, which streams them. They are made and hashed before the clock starts. */
export async function pushLargeImages(load: LargePushLoad): Promise<Outcome> {
  await using client = new PushClient(load.url, load.repositories.length)
  const waiting: SyntheticImage[] = Array.from({ length: load.images }, () => makeImage(load.layers, load.layerSize))
  const durations: number[] = []
  await touchMemory()

  const pushAll = async (repository: string) => {
    for (let image = waiting.pop(); image !== undefined; image = waiting.pop()) {
      const start = performance.now()
      await client.pushImage(repository, `v${waiting.length}`, image, load.authorization)
      durations.push(performance.now() - start)
    }
  }
  const start = performance.now()
  await Promise.all(load.repositories.map(pushAll))
  const seconds = (performance.now() - start) / 1000
  return {
    requests: load.images * ((load.layers + 1) * REQUESTS_PER_BLOB + 1),
    bytes: load.images * load.layers * load.layerSize,
    seconds,
    p50: percentile(durations, 50),
    p99: percentile(durations, 99),
  }
}
