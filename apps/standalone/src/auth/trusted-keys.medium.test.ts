import { execFile } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { generateTokenKeys, temporaryFolder } from '@berth/testkit'
import { describe, expect, it } from 'vitest'
import { keyId, TrustedKeys } from './trusted-keys.js'

const run = promisify(execFile)
const x5c = (pem: string) => new X509Certificate(pem).raw.toString('base64')

async function issue(folder: string, issuerPem: string, issuerKey: string): Promise<string> {
  const [key, request, certificate] = [join(folder, 'leaf.key'), join(folder, 'leaf.csr'), join(folder, 'leaf.pem')]
  await writeFile(join(folder, 'ca.pem'), issuerPem)
  await writeFile(join(folder, 'ca.key'), issuerKey)
  const req = ['req', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=leaf', '-keyout', key, '-out', request]
  await run('openssl', req)
  const ca = ['-CA', join(folder, 'ca.pem'), '-CAkey', join(folder, 'ca.key'), '-CAcreateserial']
  await run('openssl', ['x509', '-req', '-in', request, ...ca, '-days', '1', '-out', certificate])
  return readFile(certificate, 'utf8')
}

describe('TrustedKeys', () => {
  it('finds a key by the id that token servers of Docker give it', async () => {
    const [one, other] = [await generateTokenKeys(), await generateTokenKeys()]
    const keys = new TrustedKeys(`${one.certificate}\n${other.certificate}`)
    const id = keyId(new X509Certificate(other.certificate).publicKey)
    expect(id).toMatch(/^([A-Z2-7]{4}:){11}[A-Z2-7]{4}$/)
    const candidates = keys.candidates({ kid: id })
    expect(candidates).toHaveLength(1)
    expect(candidates[0]?.equals(new X509Certificate(other.certificate).publicKey)).toBe(true)
  })

  it('trusts a certificate of the bundle and one that it issued, but no other', async () => {
    await using folder = await temporaryFolder()
    const [root, stranger] = [await generateTokenKeys(), await generateTokenKeys()]
    const leaf = await issue(folder.path, root.certificate, root.privateKey)
    const keys = new TrustedKeys(root.certificate)
    expect(keys.candidates({ x5c: [x5c(root.certificate)] })).toHaveLength(1)
    expect(keys.candidates({ x5c: [x5c(leaf)] })).toHaveLength(1)
    expect(keys.candidates({ x5c: [x5c(stranger.certificate)] })).toEqual([])
    expect(keys.candidates({ x5c: [x5c(stranger.certificate), x5c(root.certificate)] })).toEqual([])
    expect(keys.candidates({ x5c: ['nonsense'] })).toEqual([])
  })

  it('refuses a bundle without a certificate', () => {
    expect(() => new TrustedKeys('nothing')).toThrow('holds no certificate')
  })
})
