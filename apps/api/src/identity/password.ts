import bcrypt from 'bcrypt'
import { UserError } from '@berth/contracts'

const COST = 10
/** bcrypt reads no further than this, so that a longer password would be equal to its beginning. */
const MAX_BYTES = 72

const fits = (password: string) => Buffer.byteLength(password) <= MAX_BYTES

/** @throws {UserError} WEAK_PASSWORD or PASSWORD_TOO_LONG */
export function requireGoodPassword(password: string): void {
  const length = [...password].length
  const strong =
    length >= 8 && length <= 128 && /[A-Z]/.test(password) && /[a-z]/.test(password) && /[0-9]/.test(password)
  if (!strong) throw new UserError('WEAK_PASSWORD')
  if (!fits(password)) throw new UserError('PASSWORD_TOO_LONG')
}

export async function hashPassword(password: string): Promise<string> {
  if (!fits(password)) throw new UserError('PASSWORD_TOO_LONG')
  return bcrypt.hash(password, COST)
}

let decoy: Promise<string> | undefined

/**
 * Compares with a stored hash. Without one (no such user) it takes as long, so that the time of an answer does not tell
 * whether a user exists.
 */
export async function passwordMatches(password: string, hash: string | null | undefined): Promise<boolean> {
  if (!fits(password)) return false
  decoy ??= bcrypt.hash('decoy', COST)
  const same = await bcrypt.compare(password, hash ?? (await decoy))
  return same && Boolean(hash)
}
