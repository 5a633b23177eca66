import { createHash, randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { digestAlgorithm, digestHex, type ByteRange, type Digest, type UploadId } from '@berth/oci'
import type { BlobStore, SealedUpload, SpooledFile, StoredBlob } from '../blob-store.js'
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
  #spool = new Map<string, Buffer>()

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

  async uploadSize(id: UploadId): Promise<number | undefined> {
    return this.#uploads.get(id)?.isCancelled ? undefined : this.#data(id).length
  }

  async adopt(id: UploadId, offset: number, chunk: SpooledFile): Promise<number> {
    const before = this.#data(id)
    if (before.length !== offset) throw new UploadOffsetError(before.length)
    const data = Buffer.concat([before, this.#spool.get(chunk.path) ?? Buffer.alloc(0)])
    this.#spool.delete(chunk.path)
    this.#uploads.set(id, { data, touched: new Date(), isCancelled: false })
    return data.length
  }

  async spool(source: Readable): Promise<SpooledFile> {
    const data = await buffer(source)
    const path = randomUUID()
    this.#spool.set(path, data)
    return { path, size: data.length }
  }

  async discard(file: SpooledFile): Promise<void> {
    this.#spool.delete(file.path)
  }

  async spooled(path: string): Promise<SpooledFile> {
    const data = this.#spool.get(path)
    if (!data) throw new SpoolError('no such spooled file')
    return { path, size: data.length }
  }

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

  async check(): Promise<void> {}

  #data(id: UploadId): Buffer {
    const upload = this.#uploads.get(id)
    if (upload?.isCancelled) throw new UploadNotFoundError(id)
    return upload?.data ?? Buffer.alloc(0)
  }
}
