/** bcrypt reads no further than this, so that a longer password would be equal to its beginning. */
const MAX_PASSWORD_BYTES = 72

export function fitsPasswordHash(password: string): boolean {
  return new TextEncoder().encode(password).length <= MAX_PASSWORD_BYTES
}

/** Why a new password is refused; undefined for a good one. */
export function passwordFault(password: string): 'WEAK_PASSWORD' | 'PASSWORD_TOO_LONG' | undefined {
  const length = [...password].length
  const strong =
    length >= 8 && length <= 128 && /[A-Z]/.test(password) && /[a-z]/.test(password) && /[0-9]/.test(password)
  if (!strong) return 'WEAK_PASSWORD'
  return fitsPasswordHash(password) ? undefined : 'PASSWORD_TOO_LONG'
}
