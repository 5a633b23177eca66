/** bcrypt reads no further than this, so that a longer password would be equal to its beginning. */
const MAX_PASSWORD_BYTES = 72

export function fitsPasswordHash(password: string): boolean {
  return new TextEncoder().encode(password).length <= MAX_PASSWORD_BYTES
}

/** As Harbor has it: for passwords, and for secrets that somebody chooses. */
export function isStrong(text: string): boolean {
  const { length } = [...text]
  return length >= 8 && length <= 128 && /[A-Z]/.test(text) && /[a-z]/.test(text) && /[0-9]/.test(text)
}

/** Why a new password is refused; undefined for a good one. */
export function passwordFault(password: string): 'WEAK_PASSWORD' | 'PASSWORD_TOO_LONG' | undefined {
  if (!isStrong(password)) return 'WEAK_PASSWORD'
  return fitsPasswordHash(password) ? undefined : 'PASSWORD_TOO_LONG'
}
