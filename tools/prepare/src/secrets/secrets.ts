import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Owner } from '../files.js'
import { writeOwned } from '../files.js'
import { createTokenCertificate } from './token-certificate.js'

/** File names below `<data_volume>/secret`. */
export const secretFiles = {
  databasePassword: 'database-password',
  redisPassword: 'redis-password',
  secretKey: 'secret-key',
  tokenCertificate: 'token.crt',
  tokenKey: 'token.key',
  adminPassword: 'admin-password',
  firstSettings: 'first-settings',
  tlsCertificate: 'tls.crt',
  tlsKey: 'tls.key',
} as const

/**
 * Makes the secrets that are missing and leaves the others as they are: tokens, sessions and database stay valid when
 * prepare runs again.
 *
 * @returns a line for each file, for the operator
 * @throws {Error} when only one half of the token pair is there
 */
export async function ensureSecrets(folder: string, owner: Owner | undefined): Promise<string[]> {
  const lines: string[] = []
  for (const name of [secretFiles.databasePassword, secretFiles.redisPassword, secretFiles.secretKey]) {
    const path = join(folder, name)
    if (existsSync(path)) {
      lines.push(`loaded secret from file: ${path}`)
    } else {
      writeOwned(path, randomBytes(32).toString('hex'), 0o400, owner)
      lines.push(`Generated and saved secret to file: ${path}`)
    }
  }
  lines.push(await ensureTokenPair(folder, owner))
  return lines
}

async function ensureTokenPair(folder: string, owner: Owner | undefined): Promise<string> {
  const key = join(folder, secretFiles.tokenKey)
  const certificate = join(folder, secretFiles.tokenCertificate)
  if (existsSync(certificate) && existsSync(key)) return `loaded key and certificate from files: ${key}, ${certificate}`
  if (existsSync(certificate))
    throw new Error(`${certificate} is there, but its key ${key} is not: restore it, or remove both`)
  const pair = await createTokenCertificate()
  // The certificate last: a key alone is what an interrupted run leaves, and is made anew.
  writeOwned(key, pair.key, 0o400, owner)
  writeOwned(certificate, pair.certificate, 0o444, owner)
  return `Generated certificate, key file: ${key}, cert file: ${certificate}`
}

export function readSecret(folder: string, name: string): string {
  return readFileSync(join(folder, name), 'utf8').trim()
}
