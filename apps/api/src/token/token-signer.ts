import { createHash, createPrivateKey, createPublicKey, type KeyObject, randomUUID } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import type { Subject } from '@berth/rbac'
import jwt from 'jsonwebtoken'
import { type ApiSettings, SETTINGS } from '../api-settings.js'

/** One entry of the claim `access`. */
export interface AccessEntry {
  readonly type: string
  readonly class?: string
  readonly name: string
  readonly actions: readonly string[]
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** libtrust's key id: SHA-256 over the public key (DER), its first 240 bits in base 32, in twelve groups of four. */
function libtrustKeyId(key: KeyObject): string {
  const der = createPublicKey(key).export({ type: 'spki', format: 'der' })
  const bytes = createHash('sha256').update(der).digest().subarray(0, 30)
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const letters = (bits.match(/.{5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five, 2)] ?? '').join('')
  return (letters.match(/.{4}/g) ?? []).join(':')
}

/** Signs what the registry believes. The only place that holds the private key. */
@Injectable()
export class TokenSigner {
  private readonly key: KeyObject
  private readonly keyId: string

  constructor(@Inject(SETTINGS) private readonly settings: ApiSettings) {
    this.key = createPrivateKey(settings.token.privateKey)
    this.keyId = libtrustKeyId(this.key)
  }

  /**
   * @param subject who asks: the registry writes down under this kind and id what they change, and looks up what they hold
   * @param mark    of their credentials: the token ends with it
   * @param life    seconds
   */
  sign(
    { kind, id, name }: Subject,
    mark: string | undefined,
    access: readonly AccessEntry[],
    life: number,
    issuedAt: Date,
  ): string {
    const now = Math.floor(issuedAt.getTime() / 1000)
    return jwt.sign(
      {
        iss: this.settings.token.issuer,
        sub: name,
        ...(kind === 'anonymous' ? {} : { caller: { kind, id, mark } }),
        aud: this.settings.token.service,
        iat: now,
        nbf: now,
        exp: now + life,
        jti: randomUUID(),
        access,
      },
      this.key,
      { algorithm: 'RS256', keyid: this.keyId },
    )
  }
}
