import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto'
import { deriveKey } from '@berth/secrets'
import type { Identity } from './identity.js'

/** A body may take this long to arrive: its request is authorised when it starts, not when it ends. */
const LIFE_MILLISECONDS = 24 * 60 * 60 * 1000

/** Whom a grant is for. */
export type Grantee = Pick<Identity, 'subject' | 'caller'>

/** What a grant is for. */
export interface Granted {
  readonly repository: string
  /** The caller's credentials, as the header has them. */
  readonly authorization: string | undefined
}

/**
 * The proxy asks before it reads a body, and shows the answer when it hands the body over: a keyed hash over repository, credentials,
 * caller and time. It says that the caller may push to the repository, and that the body was spooled by the proxy: only whoever holds
 * the key can make one.
 */
export class Grants {
  readonly #key: KeyObject

  /** @param secretKey 64 hexadecimal digits */
  constructor(secretKey: string) {
    this.#key = deriveKey(secretKey, 'registry grant')
  }

  issue(granted: Granted, { subject, caller }: Grantee): string {
    const grantee = Buffer.from(JSON.stringify({ subject, caller })).toString('base64url')
    const terms = `${Date.now() + LIFE_MILLISECONDS}.${grantee}`
    return `${terms}.${this.#sign(granted, terms).toString('base64url')}`
  }

  /** @returns undefined where the grant is not for this, or too old */
  verify(grant: string, granted: Granted): Grantee | undefined {
    const [expires = '', grantee = '', signature = ''] = grant.split('.')
    const expected = this.#sign(granted, `${expires}.${grantee}`)
    const given = Buffer.from(signature, 'base64url')
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
    if (Number(expires) < Date.now()) return undefined
    // The signature says that these are our own words.
    const { subject, caller }: Grantee = JSON.parse(Buffer.from(grantee, 'base64url').toString())
    return { subject, caller }
  }

  #sign({ repository, authorization = '' }: Granted, terms: string): Buffer {
    return createHmac('sha256', this.#key).update(`${repository}\n${authorization}\n${terms}`).digest()
  }
}
