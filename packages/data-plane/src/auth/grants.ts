import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto'
import { deriveKey } from '@berth/secrets'

/** A body may take this long to arrive: its request is authorised when it starts, not when it ends. */
const LIFE_MILLISECONDS = 24 * 60 * 60 * 1000

/** What a grant is for. */
export interface Granted {
  readonly repository: string
  /** The caller's credentials, as the header has them. */
  readonly authorization: string | undefined
}

/**
 * The proxy asks before it reads a body, and shows the answer when it hands the body over: a keyed hash over repository, credentials,
 * subject and time. It says that the caller may push to the repository, and that the body was spooled by the proxy: only whoever holds
 * the key can make one.
 */
export class Grants {
  readonly #key: KeyObject

  /** @param secretKey 64 hexadecimal digits */
  constructor(secretKey: string) {
    this.#key = deriveKey(secretKey, 'registry grant')
  }

  issue(granted: Granted, subject: string | undefined): string {
    const terms = `${Date.now() + LIFE_MILLISECONDS}.${Buffer.from(subject ?? '').toString('base64url')}`
    return `${terms}.${this.#sign(granted, terms).toString('base64url')}`
  }

  /** @returns undefined where the grant is not for this, or too old */
  verify(grant: string, granted: Granted): { readonly subject: string | undefined } | undefined {
    const [expires = '', subject = '', signature = ''] = grant.split('.')
    const expected = this.#sign(granted, `${expires}.${subject}`)
    const given = Buffer.from(signature, 'base64url')
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
    if (Number(expires) < Date.now()) return undefined
    return { subject: Buffer.from(subject, 'base64url').toString() || undefined }
  }

  #sign({ repository, authorization = '' }: Granted, terms: string): Buffer {
    return createHmac('sha256', this.#key).update(`${repository}\n${authorization}\n${terms}`).digest()
  }
}
