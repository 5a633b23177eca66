import { digestOf } from '@berth/oci'
import type { OciImage } from '@berth/testkit'
import { startBerth, type TestBerth } from './start-berth.js'

export interface TwoBerths {
  readonly here: TestBerth
  readonly there: TestBerth
  /** Takes all images from both, and all policies with what came of them. */
  readonly empty: () => Promise<void>
}

/** Two small Berths that replicate to each other once they are told to work. */
export async function startTwoBerths(stack: AsyncDisposableStack): Promise<TwoBerths> {
  const [here, there] = await Promise.all([startBerth(stack), startBerth(stack)])
  const empty = async () => {
    for (const { query } of [here, there])
      await query(
        `delete from replication_policy; delete from schedule; delete from job_execution; delete from outbox; delete from tag; delete from artifact; delete from repository`,
      )
  }
  return { here, there, empty }
}

/** Digest of an image's first layer. */
export const layerOf = ({ layers }: OciImage): string => digestOf(layers[0] ?? Buffer.alloc(0))
