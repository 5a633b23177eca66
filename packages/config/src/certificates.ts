import { X509Certificate } from 'node:crypto'

const BLOCK = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g

/** Whether a text holds certificates in PEM, and nothing else that begins like one. Names and blanks between them do no harm. */
export function areCertificates(pem: string): boolean {
  const blocks = pem.match(BLOCK) ?? []
  if (blocks.length === 0 || pem.replaceAll(BLOCK, '').includes('-----')) return false
  try {
    return blocks.every((block) => new X509Certificate(block).raw.length > 0)
  } catch {
    return false
  }
}
