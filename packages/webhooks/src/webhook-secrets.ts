import type { KeyObject } from 'node:crypto'
import { deriveKey, open, seal } from '@berth/secrets'

type Name = 'auth_header' | 'secret'

const placeOf = (policyId: number, name: Name) => `webhook ${policyId} ${name}`

/** Secrets of webhooks, as they are stored. */
export class WebhookSecrets {
  readonly #key: KeyObject

  /** @param secretKey of the installation */
  constructor(secretKey: string) {
    this.#key = deriveKey(secretKey, 'webhooks')
  }

  /** @returns null for an empty one: there is none then */
  seal(policyId: number, name: Name, text: string): string | null {
    return text === '' ? null : seal(this.#key, text, placeOf(policyId, name))
  }

  /** @throws {SealError} */
  open(policyId: number, name: Name, sealed: string | null): string {
    return sealed === null ? '' : open(this.#key, sealed, placeOf(policyId, name))
  }
}
