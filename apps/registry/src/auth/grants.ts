import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto'
import { deriveKey } from './derive-key.js'

/** A body may take this long to arrive: its request is authorised when it starts, not when it ends. */
const LIFE_MILLISECONDS = 24 * 60 * 60 * 1000

/** The request that a grant is for. */
export interface GrantedRequest {
  readonly method: string
  /** Path and query as the client sent them. */
  readonly url: string
}

/**
 * The proxy asks before it reads a body, and shows the answer when it hands the body over: a keyed hash over request, subject and
 * time. Only whoever holds the key can make one, so a spooled file is taken from nobody else.
 */
export class Grants {
  readonly #key: KeyObject

  /** @param secretKey 64 hexadecimal digits */
  constructor(secretKey: string) {
    this.#key = deriveKey(secretKey, 'registry grant')
  }

  issue(request: GrantedRequest, subject: string | undefined): string {
    const terms = `${Date.now() + LIFE_MILLISECONDS}.${Buffer.from(subject ?? '').toString('base64url')}`
    return `${terms}.${this.#sign(request, terms).toString('base64url')}`
  }

  /** @returns undefined where the grant is not for this request, or too old */
  verify(grant: string, request: GrantedRequest): { readonly subject: string | undefined } | undefined {
    const [expires = '', subject = '', signature = ''] = grant.split('.')
    const expected = this.#sign(request, `${expires}.${subject}`)
    const given = Buffer.from(signature, 'base64url')
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
    if (Number(expires) < Date.now()) return undefined
    return { subject: Buffer.from(subject, 'base64url').toString() || undefined }
  }

  #sign({ method, url }: GrantedRequest, terms: string): Buffer {
    return createHmac('sha256', this.#key).update(`${method}\n${url}\n${terms}`).digest()
  }
}
