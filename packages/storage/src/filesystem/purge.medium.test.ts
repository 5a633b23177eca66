import { mkdtemp, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { parseUploadId } from '@berth/oci'
import { afterAll, expect, it } from 'vitest'
import { FilesystemBlobStore } from './filesystem-blob-store.js'
import { chunkPath } from './layout.js'

const base = await mkdtemp(join(tmpdir(), 'berth-purge-'))
afterAll(() => rm(base, { recursive: true }))

it('keeps an upload whole while any of its chunks is young', async () => {
  const root = join(base, 'root')
  const store = new FilesystemBlobStore({ root, spool: join(base, 'spool') })
  await store.check()
  const id = parseUploadId('0b1f1c52-3f0f-4b6e-9a55-0d7b0a4f6f01')
  const receive = async (offset: number) => store.receive(id, offset, await store.spool(Readable.from(['chunk'])))
  for (const offset of [0, 5, 10]) await receive(offset)
  const yesterday = new Date(Date.now() - 86_400_000)
  const age = (offset: number) => utimes(chunkPath(root, id, offset), yesterday, yesterday)
  const purge = () => store.purgeStale(new Date(Date.now() - 3_600_000))
  for (const offset of [0, 10]) await age(offset)
  expect(await purge()).toBe(0)
  expect(await store.uploadSize(id)).toBe(15)
  expect(await receive(15)).toBe(20)
  for (const offset of [5, 15]) await age(offset)
  expect(await purge()).toBe(1)
  expect(await store.uploadSize(id)).toBe(0)
  await store.close()
})
