import { execFile } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { generateTokenKeys, temporaryFolder } from '@berth/testkit'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { keyId, TrustedKeys } from './trusted-keys.js'

const run = promisify(execFile)
const x5c = (pem: string) => new X509Certificate(pem).raw.toString('base64')

interface Pair {
  readonly certificate: string
  readonly privateKey: string
}

/** A key pair whose certificate `issuer` has signed. */
async function issue(issuer: Pair, name: string, constraints = 'CA:FALSE', days = '1'): Promise<Pair> {
  await using folder = await temporaryFolder()
  const at = (file: string) => join(folder.path, file)
  await writeFile(at('ca.pem'), issuer.certificate)
  await writeFile(at('ca.key'), issuer.privateKey)
  await writeFile(at('extensions'), `basicConstraints=${constraints}`)
  await run('openssl', [
    'req',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-subj',
    `/CN=${name}`,
    '-keyout',
    at('key'),
    '-out',
    at('csr'),
  ])
  const ca = ['-CA', at('ca.pem'), '-CAkey', at('ca.key'), '-CAcreateserial', '-extfile', at('extensions')]
  await run('openssl', ['x509', '-req', '-in', at('csr'), ...ca, '-days', days, '-out', at('certificate')])
  return { certificate: await readFile(at('certificate'), 'utf8'), privateKey: await readFile(at('key'), 'utf8') }
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
    const [root, stranger] = [await generateTokenKeys(), await generateTokenKeys()]
    const { certificate: leaf } = await issue(root, 'leaf')
    const keys = new TrustedKeys(root.certificate)
    expect(keys.candidates({ x5c: [x5c(root.certificate)] })).toHaveLength(1)
    expect(keys.candidates({ x5c: [x5c(leaf)] })).toHaveLength(1)
    expect(keys.candidates({ x5c: [x5c(stranger.certificate)] })).toEqual([])
    expect(keys.candidates({ x5c: [x5c(stranger.certificate), x5c(root.certificate)] })).toEqual([])
    // By all that it says of its issuer the root has issued it; the signature is not the root's.
    const forged = Buffer.from(x5c(leaf), 'base64')
    forged.writeUInt8(forged.readUInt8(forged.length - 1) ^ 1, forged.length - 1)
    expect(new X509Certificate(forged).checkIssued(new X509Certificate(root.certificate))).toBe(true)
    expect(keys.candidates({ x5c: [forged.toString('base64')] })).toEqual([])
    expect(keys.candidates({ x5c: ['nonsense'] })).toEqual([])
  })

  it('trusts what an authority that the bundle issued has issued, and nothing that another certificate signed', async () => {
    const root = await generateTokenKeys()
    const keys = new TrustedKeys(root.certificate)
    const [authority, ordinary] = [await issue(root, 'authority', 'CA:TRUE'), await issue(root, 'ordinary')]
    const [leaf, forged] = [await issue(authority, 'leaf'), await issue(ordinary, 'leaf')]
    const trusted = (...chain: Pair[]) => keys.candidates({ x5c: chain.map(({ certificate }) => x5c(certificate)) })
    expect(trusted(leaf, authority)).toEqual([new X509Certificate(leaf.certificate).publicKey])
    expect(trusted(leaf, authority, root)).toHaveLength(1)
    expect(trusted(leaf)).toEqual([])
    expect(trusted(forged, ordinary)).toEqual([])
    expect(trusted(forged, ordinary, root)).toEqual([])
    expect(trusted(forged, authority)).toEqual([])
    expect(trusted(leaf, ...Array.from({ length: 10 }, () => authority))).toEqual([])
  })

  it('trusts a certificate from its first day to its last', async () => {
    const root = await generateTokenKeys()
    const [leaf, lasting] = [await issue(root, 'leaf'), await issue(root, 'lasting', 'CA:FALSE', '60')]
    const keys = new TrustedKeys(root.certificate)
    const trusted = (...chain: Pair[]) =>
      keys.candidates({ x5c: chain.map(({ certificate }) => x5c(certificate)) }).length
    onTestFinished(() => void vi.useRealTimers())
    const DAY = 86_400_000
    const now = Date.now()
    for (const [days, ...counts] of [
      [-1, 0, 0, 0],
      [0.5, 1, 1, 1],
      [2, 0, 1, 1],
      [31, 0, 0, 0],
    ] as const) {
      vi.useFakeTimers({ toFake: ['Date'], now: now + days * DAY })
      expect([days, trusted(leaf), trusted(lasting), trusted(root)]).toEqual([days, ...counts])
    }
  })

  it('refuses a bundle without a certificate', () => {
    expect(() => new TrustedKeys('nothing')).toThrow('holds no certificate')
  })
})
