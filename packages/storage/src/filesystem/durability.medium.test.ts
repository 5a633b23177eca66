import { existsSync, statSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { digestOf, parseUploadId } from '@berth/oci'
import { afterAll, afterEach, expect, it, vi } from 'vitest'
import { FilesystemBlobStore } from './filesystem-blob-store.js'
import { blobPath } from './layout.js'

/** What was synced, by inode, and whether it was the blob then. */
const synced: { readonly inode: number; readonly named: boolean }[] = []
let place = ''
vi.mock(import('./durable.js'), async (importOriginal) => {
  const original = await importOriginal()
  return {
    ...original,
    sync: async (path) => {
      const inode = statSync(path).ino
      const entry = { inode, named: existsSync(place) && statSync(place).ino === inode }
      await original.sync(path)
      synced.push(entry)
    },
  }
})

const base = await mkdtemp(join(tmpdir(), 'berth-durability-'))
afterAll(() => rm(base, { recursive: true }))
afterEach(() => void synced.splice(0))

async function openStore(options: { readonly syncBeforeNaming?: boolean } = {}) {
  const folder = await mkdtemp(join(base, 'store-'))
  const root = join(folder, 'root')
  const store = new FilesystemBlobStore({ root, spool: join(folder, 'spool'), ...options })
  await store.check()
  return { root, store }
}

const ids = ['01', '02'].map((end) => parseUploadId(`0b1f1c52-3f0f-4b6e-9a55-0d7b0a4f6f${end}`))
const inodeOf = (path: string) => statSync(path).ino
const isSynced = (path: string) => synced.some(({ inode }) => inode === inodeOf(path))

/** Pushes the content in one chunk, or in two. @returns how the file was synced that is the blob now */
async function push(root: string, store: FilesystemBlobStore, content: Buffer, chunks = 1, id = ids[0]) {
  if (id === undefined) throw new Error('There is no id.')
  place = blobPath(root, digestOf(content))
  const size = Math.ceil(content.length / chunks)
  for (let offset = 0; offset < content.length; offset += size) {
    const chunk = await store.spool(Readable.from([content.subarray(offset, offset + size)]))
    await store.receive(id, offset, chunk)
  }
  await (await store.seal(id, digestOf(content))).publish()
  return synced.find(({ inode }) => inode === inodeOf(place))
}

it.each([
  [10, 1],
  [10, 2],
  [100_000, 1],
  [100_000, 2],
])(
  'a blob of %i bytes in %i chunks survives the loss of power with its name and all folders to it',
  async (size, chunks) => {
    const { root, store } = await openStore()
    expect(await push(root, store, Buffer.alloc(size, 'x'), chunks)).toBeDefined()
    for (let folder = dirname(place); folder !== root; folder = dirname(folder))
      expect(isSynced(folder), folder).toBe(true)
    expect(isSynced(root)).toBe(true)
    expect(await readdir(join(root, 'uploads'))).toEqual([])
    await store.close()
  },
)

it('the bytes of a small blob are synced with its name, unless the name alone makes it a blob', async () => {
  const plain = await openStore()
  expect(await push(plain.root, plain.store, Buffer.from('small'))).toMatchObject({ named: true })
  const strict = await openStore({ syncBeforeNaming: true })
  synced.splice(0)
  expect(await push(strict.root, strict.store, Buffer.from('small'))).toMatchObject({ named: false })
})

it('the bytes of a large blob are synced before it has its name', async () => {
  const { root, store } = await openStore()
  expect(await push(root, store, Buffer.alloc(100_000, 'x'))).toMatchObject({ named: false })
})

it('no blob is replaced by bytes that might not survive', async () => {
  const { root, store } = await openStore()
  const content = Buffer.from('small')
  await push(root, store, content)
  const before = inodeOf(place)
  synced.splice(0)
  expect(await push(root, store, content, 1, ids[1])).toMatchObject({ named: false })
  expect(inodeOf(place)).not.toBe(before)
  expect(isSynced(dirname(place))).toBe(true)
})
