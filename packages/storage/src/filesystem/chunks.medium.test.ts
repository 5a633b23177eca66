import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseUploadId } from '@berth/oci'
import { afterAll, beforeEach, expect, it, vi } from 'vitest'
import { Chunks } from './chunks.js'
import { cancelledPath, chunkPath, uploadsFolder } from './layout.js'

let looks = 0
vi.mock(import('node:fs'), async (importOriginal) => {
  const original = await importOriginal()
  const statSync = ((...args: Parameters<typeof original.statSync>) => {
    looks += 1
    return original.statSync(...args)
  }) as typeof original.statSync
  return { ...original, statSync }
})

const root = await mkdtemp(join(tmpdir(), 'berth-chunks-'))
const id = parseUploadId('0b1f1c52-3f0f-4b6e-9a55-0d7b0a4f6f01')
afterAll(() => rm(root, { recursive: true }))
beforeEach(async () => {
  await rm(uploadsFolder(root), { recursive: true, force: true })
  await mkdir(uploadsFolder(root), { recursive: true })
})

const add = (offset: number, text = 'ab') => writeFile(chunkPath(root, id, offset), text)

it('looks at no more files the more chunks there are', async () => {
  const chunks = new Chunks(root)
  for (let offset = 0; offset < 400; offset += 2) {
    await add(offset)
    looks = 0
    expect(chunks.measure(id)).toMatchObject({ size: offset + 2, count: offset / 2 + 1 })
    if (offset > 2) expect(looks).toBeLessThanOrEqual(4)
  }
})

it('sees what another process adds, ends or cancels', async () => {
  const chunks = new Chunks(root)
  for (const offset of [0, 2, 4]) await add(offset)
  expect(chunks.measure(id)).toMatchObject({ size: 6, count: 3 })
  await add(6)
  expect(chunks.measure(id)).toMatchObject({ size: 8, count: 4 })
  await rm(chunkPath(root, id, 0))
  expect(chunks.measure(id)).toMatchObject({ size: 0, count: 0 })
  await add(0, 'abcd')
  expect(chunks.measure(id)).toMatchObject({ size: 8, count: 3 })
  await rm(chunkPath(root, id, 6))
  await rm(chunkPath(root, id, 4))
  expect(chunks.measure(id)).toMatchObject({ size: 4, count: 1 })
  await rm(chunkPath(root, id, 0))
  await writeFile(cancelledPath(root, id), '')
  expect(() => chunks.measure(id)).toThrow(expect.objectContaining({ name: 'UploadNotFoundError' }))
})
