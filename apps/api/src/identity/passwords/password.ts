import bcrypt from 'bcrypt'
import { fitsPasswordHash, passwordFault, UserError } from '@berth/contracts'

const COST = 10
/** @throws {UserError} WEAK_PASSWORD or PASSWORD_TOO_LONG */
export function requireGoodPassword(password: string): void {
  const fault = passwordFault(password)
  if (fault !== undefined) throw new UserError(fault)
}

export async function hashPassword(password: string): Promise<string> {
  if (!fitsPasswordHash(password)) throw new UserError('PASSWORD_TOO_LONG')
  return bcrypt.hash(password, COST)
}

let decoy: Promise<string> | undefined

/**
 * Compares with a stored hash. Without one (no such user) it takes as long, so that the time of an answer does not tell
 * whether a user exists.
 */
export async function passwordMatches(password: string, hash: string | null | undefined): Promise<boolean> {
  if (!fitsPasswordHash(password)) return false
  decoy ??= bcrypt.hash('decoy', COST)
  const same = await bcrypt.compare(password, hash ?? (await decoy))
  return same && Boolean(hash)
}
