import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { isIP } from 'node:net'
import { promisify } from 'node:util'
import { findProgram } from './system.js'

/**
 * Writes a key, and a certificate for one address or name that it signs itself.
 *
 * @returns the certificate's PEM
 */
export async function makeCertificate(host: string, key: string, certificate: string): Promise<string> {
  const openssl = await findProgram('openssl', 'openssl')
  const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '30', '-subj', '/CN=directory']
  const names = ['-addext', `subjectAltName=${isIP(host) ? 'IP' : 'DNS'}:${host}`]
  await promisify(execFile)(openssl, [...request, ...names, '-keyout', key, '-out', certificate])
  return readFile(certificate, 'utf8')
}
