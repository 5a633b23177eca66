import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { digestAlgorithm, digestOf, MAX_MANIFEST_SIZE, type Digest } from '@berth/oci'
import { unlessMissing } from './errors.js'
import type { Tree } from './tree.js'

/**
 * A manifest's bytes, taken back from the garbage where they lie there; undefined where they are nowhere, or are not what their digest
 * says, as after a crash of a program that does not sync what it writes.
 */
export async function readManifest({ paths, bin }: Tree, digest: Digest): Promise<Buffer | undefined> {
  const read = () => unlessMissing(readBounded(paths.blobData(digest)))
  const bytes = (await read()) ?? ((await bin.takeBack(digest)) ? await read() : undefined)
  return bytes && digestOf(bytes, digestAlgorithm(digest)) === digest ? bytes : undefined
}

/** No manifest is longer: what a link names may be a layer of any size. What is no file is none, and a pipe is not waited for. */
async function readBounded(path: string): Promise<Buffer | undefined> {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    const found = await file.stat()
    return !found.isFile() || found.size > MAX_MANIFEST_SIZE ? undefined : await file.readFile()
  } finally {
    await file.close()
  }
}
