import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { parseUploadId, type UploadId } from '@berth/oci'
import { afterAll, expect, it, vi } from 'vitest'
import { UploadOffsetError } from '../errors.js'
import { FilesystemBlobStore } from './filesystem-blob-store.js'
import { chunkPath } from './layout.js'

/** What another process does between the look at an upload and the change of it. Within one process nothing can come between. */
let meanwhile: (() => void) | undefined
vi.mock(import('./chunks.js'), async (importOriginal) => {
  const original = await importOriginal()
  class Chunks extends original.Chunks {
    override measure(id: UploadId) {
      const measured = super.measure(id)
      meanwhile?.()
      meanwhile = undefined
      return measured
    }
  }
  return { ...original, Chunks }
})

const base = await mkdtemp(join(tmpdir(), 'berth-two-'))
afterAll(() => rm(base, { recursive: true }))

it.each([0, 5])(
  'of two processes with a chunk for offset %i one wins, and the other is told where the upload ends',
  async (offset) => {
    const root = join(await mkdtemp(join(base, 'store-')), 'root')
    const store = new FilesystemBlobStore({ root, spool: join(dirname(root), 'spool') })
    await store.check()
    const id = parseUploadId('0b1f1c52-3f0f-4b6e-9a55-0d7b0a4f6f01')
    const spool = (text: string) => store.spool(Readable.from([text]))
    if (offset > 0) await store.receive(id, 0, await spool('first'))
    const mine = await spool('mine, late')
    const path = chunkPath(root, id, offset)
    meanwhile = () => {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, 'winner')
    }
    const refused = expect(store.receive(id, offset, mine)).rejects
    await refused.toThrow(UploadOffsetError)
    expect(readFileSync(path, 'utf8')).toBe('winner')
    expect(await store.uploadSize(id)).toBe(offset + 6)
    await store.close()
  },
)
