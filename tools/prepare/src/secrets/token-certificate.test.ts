import { createPublicKey, X509Certificate } from 'node:crypto'
import { expect, test } from 'vitest'
import { createTokenCertificate } from './token-certificate.js'

test('a fresh key for tokens is RSA-2048, with which signing costs little, and is certified for ten years', async () => {
  const { key, certificate } = await createTokenCertificate()
  const read = new X509Certificate(certificate)
  expect(read.publicKey.asymmetricKeyDetails).toEqual({ modulusLength: 2048, publicExponent: 65_537n })
  expect(createPublicKey(key).equals(read.publicKey)).toBe(true)
  expect(new Date(read.validTo).getFullYear() - new Date(read.validFrom).getFullYear()).toBe(10)
})
