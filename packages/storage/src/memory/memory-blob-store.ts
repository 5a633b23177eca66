import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { digestAlgorithm, digestHex, type ByteRange, type Digest, type UploadId } from '@berth/oci'
import type { BlobStore, SealedUpload, Spooled, StoredBlob } from '../blob-store.js'
import {
  BlobNotFoundError,
  DigestMismatchError,
  SpoolError,
  UploadNotFoundError,
  UploadOffsetError,
} from '../errors.js'

/** Blobs in memory, for tests of what lies above. */
export class MemoryBlobStore implements BlobStore {
  #blobs = new Map<Digest, { data: Buffer; storedAt: Date }>()
  #quarantine = new Map<string, Buffer>()
  #uploads = new Map<UploadId, { data: Buffer; touched: Date; isCancelled: boolean }>()
  #spool = new Map<Spooled, Buffer>()

  async stat(digest: Digest): Promise<{ size: number } | undefined> {
    const blob = this.#blobs.get(digest)
    return blob && { size: blob.data.length }
  }

  async read(digest: Digest, range?: ByteRange): Promise<Readable> {
    const blob = this.#blobs.get(digest)
    if (!blob) throw new BlobNotFoundError(digest)
    const { data } = blob
    return Readable.from([range ? data.subarray(range.start, range.end + 1) : data], { objectMode: false })
  }

  /** Its bytes are nowhere but in this process. */
  async locate(): Promise<undefined> {}

  async delete(digest: Digest): Promise<void> {
    this.#blobs.delete(digest)
  }

  async *list(last?: Digest): AsyncGenerator<StoredBlob> {
    for (const digest of [...this.#blobs.keys()].sort()) {
      const blob = this.#blobs.get(digest)
      if (!blob || (last !== undefined && digest <= last)) continue
      yield { digest, size: blob.data.length, storedAt: blob.storedAt }
    }
  }

  async quarantine(digest: Digest): Promise<string | undefined> {
    const blob = this.#blobs.get(digest)
    if (!blob) return undefined
    const name = `${digest}-${this.#quarantine.size}`
    this.#quarantine.set(name, blob.data)
    this.#blobs.delete(digest)
    return name
  }

  async admit(): Promise<void> {}

  async uploadSize(id: UploadId): Promise<number | undefined> {
    return this.#uploads.get(id)?.isCancelled ? undefined : this.#data(id).length
  }

  async receive(id: UploadId, offset: number, chunk: Spooled): Promise<number> {
    const before = this.#data(id)
    if (before.length !== offset) throw new UploadOffsetError(before.length)
    const data = Buffer.concat([before, this.#take(chunk)])
    this.#spool.delete(chunk)
    this.#uploads.set(id, { data, touched: new Date(), isCancelled: false })
    return data.length
  }

  async spool(source: Readable): Promise<Spooled> {
    const data = await buffer(source)
    const spooled = { size: data.length }
    this.#spool.set(spooled, data)
    return spooled
  }

  async unspool(spooled: Spooled): Promise<Buffer> {
    const data = this.#take(spooled)
    this.#spool.delete(spooled)
    return data
  }

  async discard(spooled: Spooled): Promise<void> {
    this.#spool.delete(spooled)
  }

  async spooled(): Promise<Spooled> {
    throw new SpoolError('no proxy reaches what is in memory')
  }

  async borrow(): Promise<undefined> {}

  async seal(id: UploadId, digest: Digest): Promise<SealedUpload> {
    const data = this.#data(id)
    if (createHash(digestAlgorithm(digest)).update(data).digest('hex') !== digestHex(digest)) {
      throw new DigestMismatchError(`content does not hash to ${digest}`)
    }
    const publish = async () => {
      this.#blobs.set(digest, { data, storedAt: new Date() })
      this.#uploads.delete(id)
    }
    return { size: data.length, publish }
  }

  async cancel(id: UploadId): Promise<void> {
    this.#uploads.set(id, { data: Buffer.alloc(0), touched: new Date(), isCancelled: true })
  }

  async purgeStale(before: Date): Promise<number> {
    const stale = [...this.#uploads].filter(([, upload]) => upload.touched < before)
    for (const [id] of stale) this.#uploads.delete(id)
    return stale.length
  }

  async volume(): Promise<undefined> {}

  async check(): Promise<void> {}

  #take(chunk: Spooled): Buffer {
    const data = this.#spool.get(chunk)
    if (!data) throw new SpoolError('spooled by another store')
    return data
  }

  #data(id: UploadId): Buffer {
    const upload = this.#uploads.get(id)
    if (upload?.isCancelled) throw new UploadNotFoundError(id)
    return upload?.data ?? Buffer.alloc(0)
  }
}
