import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { digestOf, parseUploadId, type Digest, type UploadId } from '@berth/oci'
import { describe, expect, it } from 'vitest'
import type { BlobStore, Spooled, StoredBlob } from './blob-store.js'

const newId = (): UploadId => parseUploadId(randomUUID())

/** What every driver of the blob store has to show. `open` gives a fresh, empty store. */
export function describeBlobStore(name: string, open: () => Promise<BlobStore>): void {
  describe(name, () => {
    const spool = (store: BlobStore, content: Buffer): Promise<Spooled> =>
      store.spool(Readable.from([content], { objectMode: false }))

    async function add(store: BlobStore, content: Buffer, digest: Digest = digestOf(content)): Promise<Digest> {
      const id = newId()
      await store.receive(id, 0, await spool(store, content))
      await (await store.seal(id, digest)).publish()
      return digest
    }

    const list = async (store: BlobStore, last?: Digest): Promise<StoredBlob[]> => {
      const blobs: StoredBlob[] = []
      for await (const blob of store.list(last)) blobs.push(blob)
      return blobs
    }

    const content = async (store: BlobStore, digest: Digest, range?: { start: number; end: number }) =>
      buffer(await store.read(digest, range))

    it('says how large what it lies on is, where anything bounds it', async () => {
      const { total, free } = (await (await open()).volume()) ?? { total: 1, free: 1 }
      expect(total).toBeGreaterThanOrEqual(free)
      expect(free).toBeGreaterThan(0)
    })

    it.each([
      ['an empty blob', Buffer.alloc(0)],
      ['a small blob', Buffer.from('hello')],
      ['a blob that another thread hashes', Buffer.alloc(3_000_000, 'berth')],
    ])('stores %s under sha256 and sha512', async (_, bytes) => {
      const store = await open()
      for (const digest of [digestOf(bytes), digestOf(bytes, 'sha512')]) {
        await add(store, bytes, digest)
        expect(await store.stat(digest)).toEqual({ size: bytes.length })
        expect((await content(store, digest)).equals(bytes)).toBe(true)
      }
    })

    it('gives back what was spooled, once', async () => {
      const store = await open()
      const spooled = await spool(store, Buffer.from('a document'))
      expect(String(await store.unspool(spooled))).toBe('a document')
      await expect(store.unspool(spooled)).rejects.toThrow()
    })

    it('stores an upload that nothing was added to as the empty blob', async () => {
      const store = await open()
      const id = newId()
      const digest = digestOf(Buffer.alloc(0))
      await (await store.seal(id, digest)).publish()
      expect(await store.stat(digest)).toEqual({ size: 0 })
    })

    it('joins chunks in order', async () => {
      const store = await open()
      const id = newId()
      const chunks = ['one', '', 'two', 'three'].map((text) => Buffer.from(text.repeat(100_000)))
      let size = 0
      for (const chunk of chunks) size = await store.receive(id, size, await spool(store, chunk))
      const all = Buffer.concat(chunks)
      expect(size).toBe(all.length)
      const sealed = await store.seal(id, digestOf(all))
      expect(sealed.size).toBe(all.length)
      await sealed.publish()
      expect((await content(store, digestOf(all))).equals(all)).toBe(true)
      expect(await store.uploadSize(id)).toBe(0)
    })

    it('refuses a chunk that does not start where the last ended, and the upload goes on', async () => {
      const store = await open()
      const id = newId()
      await store.receive(id, 0, await spool(store, Buffer.from('abc')))
      for (const offset of [0, 2, 4]) {
        const late = await spool(store, Buffer.from('x'))
        await expect(store.receive(id, offset, late)).rejects.toMatchObject({ size: 3, name: 'UploadOffsetError' })
      }
      expect(await store.receive(id, 3, await spool(store, Buffer.from('def')))).toBe(6)
      await (await store.seal(id, digestOf(Buffer.from('abcdef')))).publish()
    })

    it('lets one of two chunks for the same offset win', async () => {
      const store = await open()
      const id = newId()
      const files = await Promise.all(['aaa', 'bb'].map((text) => spool(store, Buffer.from(text))))
      const results = await Promise.allSettled(files.map((file) => store.receive(id, 0, file)))
      expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    })

    it('refuses a wrong digest and keeps the upload usable', async () => {
      const store = await open()
      const id = newId()
      const wrong = digestOf(Buffer.from('other'))
      await expect(store.seal(id, wrong)).rejects.toMatchObject({ name: 'DigestMismatchError' })
      await store.receive(id, 0, await spool(store, Buffer.from('abc')))
      await expect(store.seal(id, wrong)).rejects.toMatchObject({ name: 'DigestMismatchError' })
      expect(await store.stat(wrong)).toBeUndefined()
      expect(await store.uploadSize(id)).toBe(3)
      await (await store.seal(id, digestOf(Buffer.from('abc')))).publish()
    })

    it('reads a range, both ends included', async () => {
      const store = await open()
      const digest = await add(store, Buffer.from('0123456789'))
      expect(String(await content(store, digest, { start: 2, end: 4 }))).toBe('234')
    })

    it('reports what is not there', async () => {
      const store = await open()
      const digest = digestOf(Buffer.from('missing'))
      expect(await store.stat(digest)).toBeUndefined()
      await expect(store.read(digest)).rejects.toMatchObject({ name: 'BlobNotFoundError' })
      expect(await store.uploadSize(newId())).toBe(0)
      await expect(store.spooled('/etc/passwd')).rejects.toMatchObject({ name: 'SpoolError' })
    })

    it('takes nothing more for an upload that was cancelled', async () => {
      const store = await open()
      const id = newId()
      await store.receive(id, 0, await spool(store, Buffer.from('abc')))
      await store.receive(id, 3, await spool(store, Buffer.from('def')))
      await store.cancel(id)
      await store.cancel(id)
      expect(await store.uploadSize(id)).toBeUndefined()
      const refused = { name: 'UploadNotFoundError' }
      await expect(store.seal(id, digestOf(Buffer.alloc(0)))).rejects.toMatchObject(refused)
      await expect(store.receive(id, 0, await spool(store, Buffer.from('a')))).rejects.toMatchObject(refused)
    })

    it('takes in nothing that it has not spooled itself', async () => {
      const store = await open()
      const id = newId()
      await expect(store.receive(id, 0, { size: 3 })).rejects.toMatchObject({ name: 'SpoolError' })
      expect(await store.uploadSize(id)).toBe(0)
    })

    it('receives a blob of another store, borrowed or else streamed, and leaves that one as it was', async () => {
      const [store, other] = [await open(), await open()]
      const digest = await add(other, Buffer.from('lent'))
      const absent = digestOf(Buffer.from('absent'))
      expect(await store.borrow(other, absent)).toBeUndefined()
      const chunk = (await store.borrow(other, digest)) ?? (await store.spool(await other.read(digest)))
      expect(chunk.size).toBe(4)
      const id = newId()
      await store.receive(id, 0, chunk)
      await (await store.seal(id, digest)).publish()
      expect(String(await content(store, digest))).toBe('lent')
      await store.delete(digest)
      expect(String(await content(other, digest))).toBe('lent')
    })

    it('deletes blobs, again and again', async () => {
      const store = await open()
      const digest = await add(store, Buffer.from('gone'))
      await store.delete(digest)
      await store.delete(digest)
      expect(await store.stat(digest)).toBeUndefined()
      await add(store, Buffer.from('gone'))
      expect(await store.stat(digest)).toEqual({ size: 4 })
    })

    it('lists blobs in the order of their digests, from any of them on', async () => {
      const store = await open()
      const before = Date.now() - 1000
      const digests: Digest[] = []
      for (let count = 0; count < 20; count += 1) {
        const bytes = Buffer.from(`listed ${count}`)
        digests.push(await add(store, bytes), await add(store, bytes, digestOf(bytes, 'sha512')))
      }
      digests.sort()
      const listed = await list(store)
      expect(listed.map((blob) => blob.digest)).toEqual(digests)
      for (const blob of listed) {
        expect(blob.size).toBe((await store.stat(blob.digest))?.size)
        expect(blob.storedAt.getTime()).toBeGreaterThanOrEqual(before)
      }
      for (const place of [0, 7, 19, 20, 33, 39]) {
        const rest = await list(store, digests[place])
        expect(rest.map((blob) => blob.digest)).toEqual(digests.slice(place + 1))
      }
    })

    it('lists nothing while it is empty', async () => {
      expect(await list(await open())).toEqual([])
    })

    it('sets a blob aside: it is not there any more, can come again, and can be set aside again', async () => {
      const store = await open()
      const places: (string | undefined)[] = []
      for (let time = 0; time < 2; time += 1) {
        const digest = await add(store, Buffer.from('suspect'))
        places.push(await store.quarantine(digest))
        expect(await store.stat(digest)).toBeUndefined()
        expect(await list(store)).toEqual([])
        expect(await store.quarantine(digest)).toBeUndefined()
      }
      expect(new Set(places).size).toBe(2)
      expect(places).not.toContain(undefined)
    })

    it('takes the same blob twice', async () => {
      const store = await open()
      await add(store, Buffer.from('twice'))
      const digest = await add(store, Buffer.from('twice'))
      expect(String(await content(store, digest))).toBe('twice')
    })

    it('purges uploads that nothing was added to for a while, and no others', async () => {
      const store = await open()
      const [id, cancelled] = [newId(), newId()]
      await store.receive(id, 0, await spool(store, Buffer.from('abc')))
      await store.receive(id, 3, await spool(store, Buffer.from('def')))
      await store.cancel(cancelled)
      expect(await store.purgeStale(new Date(Date.now() - 60_000))).toBe(0)
      expect(await store.uploadSize(id)).toBe(6)
      expect(await store.uploadSize(cancelled)).toBeUndefined()
      expect(await store.purgeStale(new Date(Date.now() + 60_000))).toBe(2)
      expect(await store.uploadSize(id)).toBe(0)
      expect(await store.uploadSize(cancelled)).toBe(0)
    })
  })
}
