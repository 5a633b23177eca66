import { createPrivateKey, X509Certificate } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import type { Fault } from '../cfg/fault.js'

export interface CertificateFiles {
  readonly certificate: string
  readonly key: string
  readonly whereCertificate: string
  readonly whereKey: string
}

/**
 * @param host name that clients use; a certificate made for others only causes a warning
 * @returns what is wrong with the pair: unreadable, malformed, not belonging together, expired
 */
export function certificateFaults(
  files: CertificateFiles,
  host: string,
  now: Date,
): { faults: Fault[]; warnings: string[] } {
  const faults: Fault[] = []
  const certificate = load(
    files.certificate,
    'ssl_cert',
    files.whereCertificate,
    (pem) => new X509Certificate(pem),
    faults,
  )
  const key = load(files.key, 'ssl_cert_key', files.whereKey, (pem) => createPrivateKey(pem), faults)
  if (certificate === undefined || key === undefined) return { faults, warnings: [] }

  const refuse = (message: string) => faults.push({ where: files.whereCertificate, key: 'ssl_cert', message })
  if (!certificate.checkPrivateKey(key))
    faults.push({
      where: files.whereKey,
      key: 'ssl_cert_key',
      message: `${files.key} is not the key of ${files.certificate}`,
    })
  if (certificate.validToDate < now) refuse(`${files.certificate} expired on ${certificate.validTo}`)
  const name = host.replace(/^\[|\]$/g, '')
  const covered = (isIP(name) === 0 ? certificate.checkHost(name) : certificate.checkIP(name)) !== undefined
  return {
    faults,
    warnings: covered ? [] : [`ssl_cert: ${files.certificate} was not issued for ${name}; clients will refuse it`],
  }
}

function load<T>(path: string, key: string, where: string, parse: (pem: Buffer) => T, faults: Fault[]): T | undefined {
  let pem: Buffer
  try {
    pem = readFileSync(path)
  } catch {
    faults.push({ where, key, message: `${path} ${existsSync(path) ? 'cannot be read' : 'does not exist'}` })
    return undefined
  }
  try {
    return parse(pem)
  } catch {
    faults.push({
      where,
      key,
      message: `${path} is not a PEM ${key === 'ssl_cert' ? 'certificate' : 'private key without a passphrase'}`,
    })
    return undefined
  }
}
