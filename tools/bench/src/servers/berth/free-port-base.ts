import { randomInt } from 'node:crypto'
import { accepts } from '@berth/testkit'

/** Where a native installation listens, counted from `native_port_base`, and one more for its proxy. */
const OFFSETS = [0, 1, 80, 81, 432, 1379]
/** Below the ports that the system gives to connections that go out. */
const [LOWEST, HIGHEST] = [20_000, 30_000]

/** A `native_port_base` whose ports nothing listens on; the next one is free too. */
export async function freePortBase(): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const base = randomInt(LOWEST, HIGHEST)
    const taken = await Promise.all(OFFSETS.map((offset) => accepts(base + offset)))
    if (!taken.includes(true)) return base
  }
  throw new Error(`No free ports for Berth between ${LOWEST} and ${HIGHEST}.`)
}
