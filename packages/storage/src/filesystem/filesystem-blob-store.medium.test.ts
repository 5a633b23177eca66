import { writeFileSync } from 'node:fs'
import { mkdtemp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { digestOf, parseUploadId } from '@berth/oci'
import { afterAll, expect, it } from 'vitest'
import { describeBlobStore } from '../conformance.js'
import { chunkPath } from './layout.js'
import { MAX_CHUNKS } from './uploads.js'
// From dist: threads load their code as JavaScript.
import { FilesystemBlobStore } from '@berth/storage'

const base = await mkdtemp(join(tmpdir(), 'berth-storage-'))
const id = parseUploadId('0b1f1c52-3f0f-4b6e-9a55-0d7b0a4f6f01')
const stores: FilesystemBlobStore[] = []

async function openStore(options: { readonly syncBeforeNaming?: boolean } = {}) {
  const folder = await mkdtemp(join(base, 'store-'))
  const store = new FilesystemBlobStore({ root: join(folder, 'root'), spool: join(folder, 'spool'), ...options })
  stores.push(store)
  await store.check()
  return { folder, store }
}

afterAll(async () => {
  await Promise.all(stores.map((store) => store.close()))
  await rm(base, { recursive: true })
})

describeBlobStore('filesystem blob store', async () => (await openStore()).store)
describeBlobStore('filesystem blob store whose names alone make blobs', async () => {
  return (await openStore({ syncBeforeNaming: true })).store
})

it.each([10, 100_000])('replaces a blob of %i bytes by one of the same digest', async (size) => {
  const { folder, store } = await openStore()
  const content = Buffer.alloc(size, 'x')
  const digest = digestOf(content)
  for (const upload of [id, parseUploadId('0b1f1c52-3f0f-4b6e-9a55-0d7b0a4f6f02')]) {
    await store.receive(upload, 0, await store.spool(Readable.from([content])))
    await (await store.seal(upload, digest)).publish()
  }
  expect(await store.stat(digest)).toEqual({ size })
  expect(await readdir(join(folder, 'root/uploads'))).toEqual([])
})

it('lays blobs out as Docker Distribution does, and leaves nothing else behind', async () => {
  const { folder, store } = await openStore()
  await store.receive(id, 0, await store.spool(Readable.from([Buffer.from('data')])))
  const digest = digestOf(Buffer.from('data'))
  await (await store.seal(id, digest)).publish()
  const hex = digest.slice(7)
  const path = join(folder, 'root/docker/registry/v2/blobs/sha256', hex.slice(0, 2), hex, 'data')
  expect(await readFile(path, 'utf8')).toBe('data')
  expect(await readdir(join(folder, 'root/uploads'))).toEqual([])
  expect(await readdir(join(folder, 'spool'))).toEqual([])
})

it('keeps the bytes of a blob that is set aside', async () => {
  const { folder, store } = await openStore()
  await store.receive(id, 0, await store.spool(Readable.from([Buffer.from('data')])))
  const digest = digestOf(Buffer.from('data'))
  await (await store.seal(id, digest)).publish()
  const path = await store.quarantine(digest)
  expect(path).toContain(join(folder, `root/quarantine/sha256-${digest.slice(7)}-`))
  expect(await readFile(path ?? '', 'utf8')).toBe('data')
  expect(await readdir(join(folder, 'root/docker/registry/v2/blobs/sha256', digest.slice(7, 9)))).toEqual([])
})

it('lists no file that is not a blob', async () => {
  const { folder, store } = await openStore()
  const blobs = join(folder, 'root/docker/registry/v2/blobs/sha256')
  await mkdir(join(blobs, 'ab', 'ab12'), { recursive: true })
  await mkdir(join(blobs, 'ab', `ab${'0'.repeat(62)}`))
  await writeFile(join(blobs, 'ab', 'ab12', 'data'), 'no digest')
  await writeFile(join(blobs, 'stray'), 'no folder')
  for await (const { digest } of store.list()) expect.unreachable(digest)
})

it('drops what it wrote when a stream breaks off', async () => {
  const { folder, store } = await openStore()
  const broken = new Readable({
    read() {
      this.push(Buffer.alloc(1000))
      this.destroy(new Error('connection lost'))
    },
  })
  await expect(store.spool(broken)).rejects.toThrow('connection lost')
  expect(await readdir(join(folder, 'spool'))).toEqual([])
})

it('takes only plain files of the spool folder from a proxy', async () => {
  const { folder, store } = await openStore()
  await writeFile(join(folder, 'outside'), 'secret')
  await writeFile(join(folder, 'spool/0000000001'), 'body')
  await symlink(join(folder, 'outside'), join(folder, 'spool/link'))
  await mkdir(join(folder, 'spool/folder'))
  expect(await store.spooled(join(folder, 'spool/0000000001'))).toMatchObject({ size: 4 })
  for (const path of ['outside', 'spool/../outside', 'spool/link', 'spool/folder', 'spool/missing', 'spool']) {
    await expect(store.spooled(`${folder}/${path}`)).rejects.toMatchObject({ name: 'SpoolError' })
  }
})

it('keeps an upload across processes: another store on the same folders goes on with it', async () => {
  const { folder, store } = await openStore()
  await store.receive(id, 0, await store.spool(Readable.from([Buffer.from('first ')])))
  const other = new FilesystemBlobStore({ root: join(folder, 'root'), spool: join(folder, 'spool') })
  expect(await other.uploadSize(id)).toBe(6)
  await other.receive(id, 6, await other.spool(Readable.from([Buffer.from('second')])))
  await (await other.seal(id, digestOf(Buffer.from('first second')))).publish()
  expect(await store.stat(digestOf(Buffer.from('first second')))).toEqual({ size: 12 })
})

it('takes nothing in where that would use up the reserve of its disk, and still deletes', async () => {
  const { folder } = await openStore()
  const folders = { root: join(folder, 'root'), spool: join(folder, 'spool') }
  const store = new FilesystemBlobStore({ ...folders, reserve: Number.MAX_SAFE_INTEGER })
  const source = Readable.from([Buffer.from('body')])
  await expect(store.spool(source)).rejects.toMatchObject({ name: 'StorageFullError' })
  expect(await readdir(folders.spool)).toEqual([])
  await store.delete(digestOf(Buffer.from('body')))
})

it('takes no more chunks than one upload may have, and ends it with those', async () => {
  const { folder, store } = await openStore()
  const root = join(folder, 'root')
  for (let offset = 0; offset < MAX_CHUNKS; offset += 1) writeFileSync(chunkPath(root, id, offset), 'x')
  const more = await store.spool(Readable.from([Buffer.from('x')]))
  await expect(store.receive(id, MAX_CHUNKS, more)).rejects.toMatchObject({ name: 'TooManyChunksError' })
  await (await store.seal(id, digestOf(Buffer.alloc(MAX_CHUNKS, 'x')))).publish()
  expect(await readdir(join(root, 'uploads'))).toEqual([])
})
