import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isDigest, type Digest } from '@berth/oci'
import { unlessMissing } from './errors.js'
import { hasLink, readLink } from './links.js'
import { obstacleTo } from './obstacle.js'

/** Digests that have a folder below `folder`, which is laid out as `<algorithm>/<hex>/`, whether or not a link lies in it. */
export async function* walkDigestFolders(folder: string): AsyncGenerator<Digest> {
  for (const algorithm of ['sha256', 'sha512'])
    for (const hex of (await unlessMissing(readdir(join(folder, algorithm)))) ?? []) {
      const digest = `${algorithm}:${hex}`
      if (isDigest(digest)) yield digest
    }
}

export interface FoundLink {
  /** The digest by which the link is found. */
  readonly digest: Digest
  /** The digest in it: the same, but for links that very old registries wrote. */
  readonly target: Digest
  readonly folder: string
  /** Whether no digest is to be read there, as after a crash: the name of its folder still says which was meant. */
  readonly isBroken: boolean
}

/** The links below `folder`, which is laid out as `<algorithm>/<hex>/link`, with those that a crash has left without a digest in them. */
export async function* walkLinks(folder: string): AsyncGenerator<FoundLink> {
  for await (const digest of walkDigestFolders(folder)) {
    const path = join(folder, digest.replace(':', '/'))
    const target = await readLink(path)
    const isBroken = target === undefined
    if (!isBroken || (await hasLink(path)) || (await obstacleTo(path)))
      yield { digest, target: target ?? digest, folder: path, isBroken }
  }
}
