import { readFile } from 'node:fs/promises'
import type { Digest } from '@berth/oci'
import { unlessMissing } from './errors.js'
import type { Tree } from './tree.js'

/** A manifest's bytes, taken back from the garbage where they lie there; undefined where they are nowhere. */
export async function readManifest({ paths, bin }: Tree, digest: Digest): Promise<Buffer | undefined> {
  const read = () => unlessMissing(readFile(paths.blobData(digest)))
  return (await read()) ?? ((await bin.takeBack(digest)) ? read() : undefined)
}
