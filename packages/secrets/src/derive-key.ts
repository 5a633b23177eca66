import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'

/**
 * A key of its own for each purpose, from the one that the operator keeps. Not its bytes: with them, a hash would cost five times as much.
 *
 * @param secretKey 64 hexadecimal digits
 */
export function deriveKey(secretKey: string, purpose: string): KeyObject {
  return createSecretKey(createHmac('sha256', Buffer.from(secretKey, 'hex')).update(purpose).digest())
}
