import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { digestAlgorithm, digestHex, isDigest, type Digest } from '@berth/oci'
import type { StoredBlob } from '../blob-store.js'
import { hasCode } from '../errors.js'
import { algorithmFolder, blobPath } from './layout.js'

/** In the order that digests sort in. */
const DIGEST_ALGORITHMS = ['sha256', 'sha512'] as const

/** Walks a tree's blobs in byte order of the digests, those after `last`. Holds the names of one folder at a time. */
export async function* listBlobs(root: string, last: Digest | undefined): AsyncGenerator<StoredBlob> {
  for (const algorithm of DIGEST_ALGORITHMS) {
    if (last !== undefined && digestAlgorithm(last) > algorithm) continue
    const folder = algorithmFolder(root, algorithm)
    const begin = last !== undefined && digestAlgorithm(last) === algorithm ? digestHex(last) : ''
    for (const prefix of await namesIn(folder)) {
      if (prefix < begin.slice(0, 2)) continue
      for (const hex of await namesIn(join(folder, prefix))) {
        const digest = `${algorithm}:${hex}`
        if (hex <= begin || !isDigest(digest)) continue
        const found = await lstat(blobPath(root, digest)).catch((error: unknown) => {
          if (!hasCode(error, 'ENOENT', 'ENOTDIR')) throw error
        })
        // Renaming a file into place changes its status, not its content: so the time is that of `publish`.
        if (found?.isFile()) yield { digest, size: found.size, storedAt: found.ctime }
      }
    }
  }
}

/** Names in a folder in byte order, none where it is not there. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort()
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return []
    throw error
  }
}
