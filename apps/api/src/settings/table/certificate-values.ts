import { areCertificates } from '@berth/config'
import { text } from './setting-row.js'

/** Certificates that are trusted; empty: none. */
export const certificates = text(65_536).refine(
  (pem) => pem.trim() === '' || areCertificates(pem),
  'is no certificate in PEM, which begins with -----BEGIN CERTIFICATE-----',
)
