import { createHash } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { Redis } from 'ioredis'
import { TallyInMemory } from './tally-in-memory.js'

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
  private readonly memory = new TallyInMemory()

  constructor(private readonly redis: Redis) {}

  /** Seconds until the key may go on; 0 when it may now. */
  async waitFor(key: string, limit: Limit): Promise<number> {
    const name = this.name(key)
    try {
      const [count, seconds] = await Promise.all([this.redis.get(name), this.redis.ttl(name)])
      return Number(count ?? 0) >= limit.times ? Math.max(seconds, 1) : 0
    } catch {
      return this.memory.waitFor(name, limit)
    }
  }

  async count(key: string, limit: Limit): Promise<void> {
    const name = this.name(key)
    try {
      await this.redis.multi().incr(name).expire(name, limit.windowSeconds, 'NX').exec()
    } catch {
      this.memory.count(name, limit)
    }
  }

  async forget(key: string): Promise<void> {
    const name = this.name(key)
    this.memory.forget(name)
    await this.redis.del(name).catch(() => 0)
  }

  private name(key: string): string {
    return `throttle:${createHash('sha256').update(key).digest('base64url')}`
  }
}
