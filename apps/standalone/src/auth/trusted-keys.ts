import { createHash, X509Certificate, type KeyObject } from 'node:crypto'

/** The certificates of `auth.token.rootcertbundle` cannot be used. */
export class TrustError extends Error {
  override name = 'TrustError'
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

function base32(bytes: Uint8Array): string {
  let bits = ''
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0')
  return (bits.match(/.{5}/g) ?? []).map((group) => alphabet[Number.parseInt(group, 2)]).join('')
}

/** The key id that Docker's token servers put in `kid`: 240 bits of the key's SHA-256 in base32, four letters a group. */
export function keyId(key: KeyObject): string {
  const hash = createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest()
  return (base32(hash.subarray(0, 30)).match(/.{4}/g) ?? []).join(':')
}

/** Keys that may sign tokens: those of the bundle, and those of certificates that the bundle's certificates issued. */
export class TrustedKeys {
  private readonly roots: readonly X509Certificate[]
  private readonly byId: ReadonlyMap<string, KeyObject>

  /** @param bundle PEM text of one or more certificates. @throws {TrustError} */
  constructor(bundle: string) {
    const blocks = bundle.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? []
    if (blocks.length === 0) throw new TrustError('holds no certificate')
    try {
      this.roots = blocks.map((block) => new X509Certificate(block))
    } catch (cause) {
      throw new TrustError('holds a certificate that cannot be read', { cause })
    }
    this.byId = new Map(this.roots.map((root) => [keyId(root.publicKey), root.publicKey]))
  }

  /** Keys to try for a token with this header, best first; empty where none can be trusted. */
  candidates(header: {
    readonly kid?: string | undefined
    readonly x5c?: string | readonly string[] | undefined
  }): KeyObject[] {
    if (header.x5c !== undefined) {
      const leaf = this.verifiedLeaf(typeof header.x5c === 'string' ? [header.x5c] : header.x5c)
      return leaf === undefined ? [] : [leaf.publicKey]
    }
    const named = header.kid === undefined ? undefined : this.byId.get(header.kid)
    return named === undefined ? this.roots.map((root) => root.publicKey) : [named]
  }

  private verifiedLeaf(encoded: readonly string[]): X509Certificate | undefined {
    if (encoded.length === 0 || encoded.length > 10) return undefined
    try {
      const [leaf, ...rest] = encoded.map((der) => new X509Certificate(Buffer.from(der, 'base64')))
      let current = leaf
      for (const next of [...rest, undefined]) {
        if (current === undefined || !isCurrent(current)) return undefined
        const subject = current
        if (this.roots.some((root) => root.raw.equals(subject.raw) || (isCurrent(root) && issued(root, subject))))
          return leaf
        if (next === undefined || !next.ca || !issued(next, subject)) return undefined
        current = next
      }
      return undefined
    } catch {
      return undefined
    }
  }
}

const issued = (issuer: X509Certificate, subject: X509Certificate): boolean =>
  subject.checkIssued(issuer) && subject.verify(issuer.publicKey)

function isCurrent({ validFrom, validTo }: X509Certificate): boolean {
  const now = Date.now()
  return Date.parse(validFrom) <= now && now <= Date.parse(validTo)
}
