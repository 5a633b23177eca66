import { X509Certificate } from 'node:crypto'
import { text } from './setting-row.js'

const BLOCK = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g

/** Whether a text holds certificates in PEM, and nothing else that begins like one. Names and blanks between them do no harm. */
function areCertificates(pem: string): boolean {
  const blocks = pem.match(BLOCK) ?? []
  if (blocks.length === 0 || pem.replaceAll(BLOCK, '').includes('-----')) return false
  try {
    return blocks.every((block) => new X509Certificate(block).raw.length > 0)
  } catch {
    return false
  }
}

/** Certificates that are trusted; empty: none. */
export const certificates = text(65_536).refine(
  (pem) => pem.trim() === '' || areCertificates(pem),
  'is no certificate in PEM, which begins with -----BEGIN CERTIFICATE-----',
)
