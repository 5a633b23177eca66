import { createHmac, randomBytes, timingSafeEqual, type KeyObject } from 'node:crypto'
import { parseUploadId, type RepositoryName, type UploadId } from '@berth/oci'
import { deriveKey } from '@berth/secrets'

const HALF = 8

/**
 * Ids of uploads that tell of themselves which repository they were begun in, so that neither beginning one nor finding it again needs a
 * look-up: UUIDs of version 8 (RFC 9562). The first half is the repository's mark, a keyed hash of its name; the second is random.
 * Only who may push to a repository gets to see its mark, and the proxy, which makes ids of it (`registry.locations`).
 */
export class UploadIds {
  readonly #key: KeyObject

  /** @param secretKey 64 hexadecimal digits */
  constructor(secretKey: string) {
    this.#key = deriveKey(secretKey, 'upload ids')
  }

  issue(repository: RepositoryName): UploadId {
    const random = randomBytes(HALF)
    random[0] = (random.readUInt8(0) & 0x3f) | 0x80
    const hex = random.toString('hex')
    return parseUploadId(`${this.mark(repository)}${hex.slice(0, 4)}-${hex.slice(4)}`)
  }

  /** What the ids of a repository's uploads begin with. */
  mark(repository: RepositoryName): string {
    const hash = createHmac('sha256', this.#key).update(repository).digest().subarray(0, HALF)
    hash[6] = (hash.readUInt8(6) & 0x0f) | 0x80
    return hash.toString('hex').replace(/^(.{8})(.{4})(.{4})$/, '$1-$2-$3-')
  }

  /** Whether the id was issued for this repository. Says nothing of whether the upload is still under way. */
  verify(id: UploadId, repository: RepositoryName): boolean {
    const mark = this.mark(repository)
    return timingSafeEqual(Buffer.from(id.slice(0, mark.length)), Buffer.from(mark))
  }
}
