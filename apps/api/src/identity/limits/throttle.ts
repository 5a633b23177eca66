import { createHash } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { Redis } from 'ioredis'
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import { SharedTallies } from './shared-tallies.js'

/** How often something may happen in a window of time. */
export interface Limit {
  readonly times: number
  readonly windowSeconds: number
}

/** What is counted under a limit. */
export interface Tally {
  readonly key: string
  readonly limit: Limit
}

/** For each limit, while Redis is away. */
const TALLIES_IN_MEMORY = 16_384

/**
 * Counts per key in Redis, so that every replica sees the same, and in memory while Redis is away. A window starts with
 * the first event and is not prolonged by later ones: nobody can keep another one out for ever.
 */
@Injectable()
export class Throttle {
  private readonly counters = new Map<Limit, RateLimiterRedis>()

  constructor(private readonly redis: Redis) {}

  /**
   * Counts one more in each tally, before it is known how it ends: of those that come at once no more pass than the limit says. Where
   * one of the tallies is used up, none counts it.
   *
   * @returns seconds until there is room again; 0 where there was
   */
  async take(...tallies: readonly Tally[]): Promise<number> {
    const waits = await Promise.all(tallies.map((tally) => this.takeOne(tally)))
    const seconds = Math.max(...waits)
    if (seconds > 0) await this.giveBack(...tallies)
    return seconds
  }

  /** What was taken was nothing that counts. */
  async giveBack(...tallies: readonly Tally[]): Promise<void> {
    await Promise.all(tallies.map(({ key, limit }) => this.counter(limit).reward(hashed(key))))
  }

  async forget(...tallies: readonly Tally[]): Promise<void> {
    await Promise.all(tallies.map(({ key, limit }) => this.counter(limit).delete(hashed(key))))
  }

  private async takeOne({ key, limit }: Tally): Promise<number> {
    try {
      await this.counter(limit).consume(hashed(key))
      return 0
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal
      return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
    }
  }

  private counter(limit: Limit): RateLimiterRedis {
    const known = this.counters.get(limit)
    if (known) return known
    const options = { keyPrefix: 'throttle', points: limit.times, duration: limit.windowSeconds }
    const made = new RateLimiterRedis({
      ...options,
      storeClient: this.redis,
      rejectIfRedisNotReady: true,
      insuranceLimiter: new SharedTallies(options, TALLIES_IN_MEMORY),
    })
    this.counters.set(limit, made)
    return made
  }
}

/** Names and addresses are nobody's to read in Redis. */
const hashed = (key: string) => createHash('sha256').update(key).digest('base64url')
