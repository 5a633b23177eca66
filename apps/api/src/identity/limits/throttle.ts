import { createHash } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { Redis } from 'ioredis'
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible'

/** How often something may happen in a window of time. */
export interface Limit {
  readonly times: number
  readonly windowSeconds: number
}

/**
 * Counts per key in Redis, so that every replica sees the same, and in memory while Redis is away. A window starts with
 * the first event and is not prolonged by later ones: nobody can keep another one out for ever.
 */
@Injectable()
export class Throttle {
  private readonly counters = new Map<Limit, RateLimiterRedis>()

  constructor(private readonly redis: Redis) {}

  /** Seconds until the key may go on; 0 when it may now. */
  async waitFor(key: string, limit: Limit): Promise<number> {
    const counted = await this.counter(limit).get(hashed(key))
    return counted && counted.consumedPoints >= limit.times ? Math.max(1, Math.ceil(counted.msBeforeNext / 1000)) : 0
  }

  async count(key: string, limit: Limit): Promise<void> {
    await this.counter(limit).penalty(hashed(key))
  }

  async forget(key: string, limit: Limit): Promise<void> {
    await this.counter(limit).delete(hashed(key))
  }

  private counter(limit: Limit): RateLimiterRedis {
    const known = this.counters.get(limit)
    if (known) return known
    const options = { keyPrefix: 'throttle', points: limit.times, duration: limit.windowSeconds }
    const made = new RateLimiterRedis({
      ...options,
      storeClient: this.redis,
      rejectIfRedisNotReady: true,
      insuranceLimiter: new RateLimiterMemory(options),
    })
    this.counters.set(limit, made)
    return made
  }
}

/** Names and addresses are nobody's to read in Redis. */
const hashed = (key: string) => createHash('sha256').update(key).digest('base64url')
