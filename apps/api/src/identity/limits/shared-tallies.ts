import { createHash } from 'node:crypto'
import { type IRateLimiterOptions, RateLimiterMemory } from 'rate-limiter-flexible'

/** Counts in memory. Keys share so many tallies: whoever thinks up names does not fill the memory. */
export class SharedTallies extends RateLimiterMemory {
  constructor(
    options: IRateLimiterOptions,
    private readonly most: number,
  ) {
    super(options)
  }

  override getKey(key: string | number): string {
    return super.getKey(createHash('sha256').update(String(key)).digest().readUInt32BE() % this.most)
  }
}
