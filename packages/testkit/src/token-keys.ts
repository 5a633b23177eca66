import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import jwt from 'jsonwebtoken'
import { findProgram } from './system.js'
import { temporaryFolder } from './temporary-folder.js'

/** Names in the tokens of Berth's api, those that clients of Harbor expect. */
export const tokenNames = { issuer: 'harbor-token-issuer', service: 'harbor-registry' }

/** What services are started with as `BERTH_SECRET_KEY`. */
export const secretKey = '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff'

export interface TokenKeys {
  /** PEM (PKCS #8) of a 2048-bit RSA key. */
  readonly privateKey: string
  /** PEM of a self-signed certificate over it. */
  readonly certificate: string
}

/** A key pair for registry tokens. @param address an IP address that the certificate is for as well, as that of a server */
export async function generateTokenKeys(address?: string): Promise<TokenKeys> {
  const openssl = await findProgram('openssl', 'openssl')
  await using folder = await temporaryFolder('keys')
  const [key, certificate] = [join(folder.path, 'key.pem'), join(folder.path, 'certificate.pem')]
  const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '30', '-subj', '/CN=berth']
  const names = address === undefined ? [] : ['-addext', `subjectAltName=IP:${address}`]
  await promisify(execFile)(openssl, [...request, ...names, '-keyout', key, '-out', certificate])
  return { privateKey: await readFile(key, 'utf8'), certificate: await readFile(certificate, 'utf8') }
}

/** Of a user or robot, as rows of the view `caller` tell. */
export interface TokenCaller {
  readonly kind: 'user' | 'robot'
  readonly id: number
  readonly mark: string
}

/** Signs what the scope asks for, as the api would for someone who may do everything. @param expiresIn seconds */
export function signToken(
  privateKey: string,
  scope: string,
  subject = 'alice',
  expiresIn = 3600,
  caller?: TokenCaller,
): string {
  const access = scope
    .split(' ')
    .filter((one) => one !== '')
    .map((one) => {
      const [type, name, actions = ''] = one.split(':')
      return { type, name, actions: actions.split(',').filter((action) => action !== '') }
    })
  const { issuer, service: audience } = tokenNames
  return jwt.sign({ access, caller }, privateKey, { algorithm: 'RS256', issuer, audience, subject, expiresIn })
}
