import type { KeyObject } from 'node:crypto'
import { deriveKey, open, seal } from '@berth/secrets'

/** Seals what endpoints are signed in to with, each for its row alone. */
export class EndpointSecrets {
  readonly #key: KeyObject

  /** @param secretKey the installation's */
  constructor(secretKey: string) {
    this.#key = deriveKey(secretKey, 'registry endpoints')
  }

  seal(id: number, secret: string): string | null {
    return secret === '' ? null : seal(this.#key, secret, `registry_endpoint/${id}`)
  }

  /** @throws {SealError} where it was sealed with another key */
  open(id: number, sealed: string | null): string {
    return sealed === null ? '' : open(this.#key, sealed, `registry_endpoint/${id}`)
  }
}
