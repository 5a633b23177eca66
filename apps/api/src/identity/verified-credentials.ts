import { createHmac, randomBytes } from 'node:crypto'

const LIFE_MS = 5 * 60_000
const CAPACITY = 2000

/**
 * Remembers for a short time which passwords bcrypt has accepted, so that each `docker pull` does not pay for it again.
 * Holds keyed hashes only, under a key of this process; the stored hash is part of what is hashed, so that a changed
 * password counts at once.
 */
export class VerifiedCredentials {
  private readonly key = randomBytes(32)
  /** Fingerprint to the time it ends. In order of insertion, so that the oldest goes first. */
  private readonly known = new Map<string, number>()

  constructor(private readonly now: () => number = Date.now) {}

  has(storedHash: string, password: string): boolean {
    const ends = this.known.get(this.fingerprint(storedHash, password))
    return ends !== undefined && ends > this.now()
  }

  add(storedHash: string, password: string): void {
    const fingerprint = this.fingerprint(storedHash, password)
    this.known.delete(fingerprint)
    this.known.set(fingerprint, this.now() + LIFE_MS)
    const oldest = this.known.keys().next()
    if (this.known.size > CAPACITY && !oldest.done) this.known.delete(oldest.value)
  }

  private fingerprint(storedHash: string, password: string): string {
    return createHmac('sha256', this.key).update(`${storedHash}\0${password}`).digest('base64')
  }
}
