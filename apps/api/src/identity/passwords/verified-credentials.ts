import { createHmac, randomBytes } from 'node:crypto'
import { LRUCache } from 'lru-cache'

const LIFE_MS = 5 * 60_000
const CAPACITY = 2000

/**
 * Remembers for a short time which passwords bcrypt has accepted, so that each `docker pull` does not pay for it again.
 * Holds keyed hashes only, under a key of this process; the stored hash is part of what is hashed, so that a changed
 * password counts at once.
 */
export class VerifiedCredentials {
  private readonly key = randomBytes(32)
  private readonly known: LRUCache<string, true>

  constructor(clock: { now(): number } = performance) {
    this.known = new LRUCache({ max: CAPACITY, ttl: LIFE_MS, ttlResolution: 0, perf: clock })
  }

  has(storedHash: string, password: string): boolean {
    return this.known.has(this.fingerprint(storedHash, password))
  }

  add(storedHash: string, password: string): void {
    this.known.set(this.fingerprint(storedHash, password), true)
  }

  private fingerprint(storedHash: string, password: string): string {
    return createHmac('sha256', this.key).update(`${storedHash}\0${password}`).digest('base64')
  }
}
