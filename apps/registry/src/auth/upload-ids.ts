import { createHmac, randomBytes, timingSafeEqual, type KeyObject } from 'node:crypto'
import { parseUploadId, type RepositoryName, type UploadId } from '@berth/oci'
import { deriveKey } from './derive-key.js'

const HALF = 8

/**
 * Ids of uploads that tell of themselves which repository they were begun in, so that the proxy's question before a body needs no
 * look-up: UUIDs of version 8 (RFC 9562), one half random, the other a keyed hash of that and the repository's name.
 */
export class UploadIds {
  readonly #key: KeyObject

  /** @param secretKey 64 hexadecimal digits */
  constructor(secretKey: string) {
    this.#key = deriveKey(secretKey, 'upload ids')
  }

  issue(repository: RepositoryName): UploadId {
    const random = randomBytes(HALF)
    random[6] = (random.readUInt8(6) & 0x0f) | 0x80
    const hex = Buffer.concat([random, this.#sign(random, repository)]).toString('hex')
    return parseUploadId(hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'))
  }

  /** Whether the id was issued for this repository. Says nothing of whether the upload is still under way. */
  verify(id: UploadId, repository: RepositoryName): boolean {
    const bytes = Buffer.from(id.replaceAll('-', ''), 'hex')
    return timingSafeEqual(bytes.subarray(HALF), this.#sign(bytes.subarray(0, HALF), repository))
  }

  /** With the variant that a UUID bears in its ninth byte. */
  #sign(random: Buffer, repository: RepositoryName): Buffer {
    const hash = createHmac('sha256', this.#key).update(random).update(repository).digest().subarray(0, HALF)
    hash[0] = (hash.readUInt8(0) & 0x3f) | 0x80
    return hash
  }
}
