import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findProgram } from './system.js'
import { temporaryFolder } from './temporary-folder.js'

export interface TokenKeys {
  /** PEM (PKCS #8) of a 2048-bit RSA key. */
  readonly privateKey: string
  /** PEM of a self-signed certificate over it. */
  readonly certificate: string
}

/** A key pair for registry tokens. */
export async function generateTokenKeys(): Promise<TokenKeys> {
  const openssl = await findProgram('openssl', 'openssl')
  await using folder = await temporaryFolder('keys')
  const [key, certificate] = [join(folder.path, 'key.pem'), join(folder.path, 'certificate.pem')]
  const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '30', '-subj', '/CN=berth']
  await promisify(execFile)(openssl, [...request, '-keyout', key, '-out', certificate])
  return { privateKey: await readFile(key, 'utf8'), certificate: await readFile(certificate, 'utf8') }
}
