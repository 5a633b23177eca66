import { createHash } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { Redis } from 'ioredis'

const LIFE_SECONDS = 30 * 24 * 3600

/** From where accounts have signed in lately: from there, strangers cannot keep them out. While Redis is away, from nowhere. */
@Injectable()
export class KnownNetworks {
  constructor(private readonly redis: Redis) {}

  async has(account: string, network: string): Promise<boolean> {
    return (await this.redis.exists(keyOf(account, network)).catch(() => 0)) === 1
  }

  async add(account: string, network: string): Promise<void> {
    await this.redis.set(keyOf(account, network), '1', 'EX', LIFE_SECONDS).catch(() => {})
  }
}

/** Names and addresses are nobody's to read in Redis. */
const keyOf = (account: string, network: string) =>
  `known-network:${createHash('sha256').update(`${account}\0${network}`).digest('base64url')}`
