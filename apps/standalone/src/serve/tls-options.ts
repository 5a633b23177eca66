import { readFile } from 'node:fs/promises'
import type { ServerOptions } from 'node:https'
import type { Configuration } from '@berth/distribution-config'

/** A file or name in `http.tls` cannot be used. */
class TlsError extends Error {
  override name = 'TlsError'
}

async function read(key: string, path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch (cause) {
    throw new TlsError(`http.tls.${key} ${path} cannot be read`, { cause })
  }
}

/**
 * TLS as `http.tls` says; undefined for plain HTTP. Where `clientcas` are named, clients have to show a certificate.
 * @throws {TlsError}
 */
export async function tlsOptions(tls: Configuration['http']['tls']): Promise<ServerOptions | undefined> {
  if (tls?.certificate === undefined || tls.key === undefined) return undefined
  const ca = await Promise.all(tls.clientcas.map((path) => read('clientcas', path)))
  return {
    cert: await read('certificate', tls.certificate),
    key: await read('key', tls.key),
    minVersion: tls.minimumtls,
    ...(tls.ciphersuites.length > 0 && { ciphers: tls.ciphersuites.join(':') }),
    ...(ca.length > 0 && { ca, requestCert: true, rejectUnauthorized: true }),
  }
}
