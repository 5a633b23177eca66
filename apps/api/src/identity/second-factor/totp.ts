import { generateSecret, generateURI, verifySync } from 'otplib'

const SECONDS_A_STEP = 30

/** A new secret in base 32, as apps take it. */
export const newSecret = (): string => generateSecret()

/** What an app reads from a QR code. */
export const uriOf = (secret: string, label: string, issuer: string): string =>
  generateURI({ issuer, label, secret, period: SECONDS_A_STEP })

/**
 * The step of time (RFC 6238) that a code belongs to. A step before and after the present one count too, for clocks differ.
 *
 * @returns undefined where the code is wrong
 */
export function stepOf(secret: string, code: string, now = Date.now()): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined
  const epoch = Math.floor(now / 1000)
  const result = verifySync({ secret, token: code, epoch, epochTolerance: SECONDS_A_STEP, period: SECONDS_A_STEP })
  return result.valid ? Math.floor(epoch / SECONDS_A_STEP) + result.delta : undefined
}
