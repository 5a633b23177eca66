import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'

/**
 * A key of its own for each purpose, from the one that the operator keeps. Not its bytes: with them, a hash would cost five times as much.
 *
 * @param secretKey 64 hexadecimal digits
 * @throws {TypeError} for any other text: what is no digit would be passed over, and the key be a weak one
 */
export function deriveKey(secretKey: string, purpose: string): KeyObject {
  if (!/^[0-9a-f]{64}$/i.test(secretKey)) throw new TypeError('A secret key has 64 hexadecimal digits.')
  return createSecretKey(createHmac('sha256', Buffer.from(secretKey, 'hex')).update(purpose).digest())
}
