import { setTimeout as sleep } from 'node:timers/promises'

export interface WaitOptions {
  /** Milliseconds before giving up; 60 s unless told. */
  readonly timeoutMs?: number
  /** What is awaited, for the message of the error. */
  readonly what: string
  /** Adds detail to the error, and ends the wait at once when it returns a text early. */
  readonly givesUp?: () => string | undefined
}

/**
 * Asks `condition` again and again until it returns something other than `undefined`, `null` or `false`; a throw counts as "not yet".
 *
 * @throws {Error} after `timeoutMs`, with the last error as its cause
 */
export async function waitUntil<Value>(
  condition: () => Promise<Value | undefined | null | false> | Value | undefined | null | false,
  { timeoutMs = 60_000, what, givesUp }: WaitOptions,
): Promise<Value> {
  const deadline = Date.now() + timeoutMs
  let cause: unknown
  for (let pause = 10; ; pause = Math.min(pause * 1.5, 200)) {
    try {
      const value = await condition()
      if (value !== undefined && value !== null && value !== false) return value
      cause = undefined
    } catch (error) {
      cause = error
    }
    const reason = givesUp?.()
    if (reason !== undefined) throw new Error(`${what}: ${reason}`, { cause })
    if (Date.now() > deadline) throw new Error(`${what}: not within ${timeoutMs} ms`, { cause })
    await sleep(pause)
  }
}
