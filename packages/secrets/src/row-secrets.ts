import type { KeyObject } from 'node:crypto'
import { deriveKey } from './derive-key.js'
import { open, seal } from './seal.js'

/** What rows of one kind keep secret. A sealed text opens in its place alone; an empty one is none, and is stored as null. */
export class RowSecrets<Place extends readonly (string | number)[]> {
  readonly #key: KeyObject
  readonly #nameOf: (...place: Place) => string

  /**
   * @param secretKey the installation's
   * @param purpose   tells the key from those of other kinds
   * @param nameOf    a place, told from all others
   */
  constructor(secretKey: string, purpose: string, nameOf: (...place: Place) => string) {
    this.#key = deriveKey(secretKey, purpose)
    this.#nameOf = nameOf
  }

  seal(text: string, ...place: Place): string | null {
    return text === '' ? null : seal(this.#key, text, this.#nameOf(...place))
  }

  /** @throws {SealError} where it was sealed for another place, or with another key */
  open(sealed: string | null, ...place: Place): string {
    return sealed === null ? '' : open(this.#key, sealed, this.#nameOf(...place))
  }
}
