import { open, rm, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { temporaryFolder } from '@berth/testkit'
import { succeed } from '../clients/command.js'

const BLOCK = Buffer.alloc(64 * 1024)

/** A file system of its own that can be filled up. */
export interface SmallDisk extends AsyncDisposable {
  readonly path: string
  /** Leaves no byte free for a while, then all again. */
  keepFull(milliseconds: number): Promise<void>
}

/** @throws {Error} unless the test runs as root and may mount */
export async function mountSmallDisk(megabytes: number): Promise<SmallDisk> {
  const folder = await temporaryFolder('disk')
  try {
    await succeed('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'berth-fault', folder.path])
  } catch (error) {
    await folder[Symbol.asyncDispose]()
    throw new Error('The fault test fills up a file system of its own: run it as root where mounting is allowed.', {
      cause: error,
    })
  }
  const ballast = join(folder.path, 'ballast')
  return {
    path: folder.path,
    async keepFull(milliseconds) {
      const end = Date.now() + milliseconds
      const file = await open(ballast, 'a')
      try {
        while (Date.now() < end) {
          await fill(file, end)
          await sleep(20)
        }
      } finally {
        await file.close()
        await rm(ballast)
      }
    },
    async [Symbol.asyncDispose]() {
      await succeed('umount', ['--lazy', folder.path])
      await folder[Symbol.asyncDispose]()
    },
  }
}

async function fill(file: FileHandle, end: number): Promise<void> {
  for (const size of [BLOCK.length, 4096]) {
    try {
      while (Date.now() < end) await file.appendFile(BLOCK.subarray(0, size))
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
    }
  }
}
