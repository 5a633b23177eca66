import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Digest, RepositoryName, Tag } from '@berth/oci'
import { unlessMissing } from '../errors.js'
import { hasLink, readLink } from '../links.js'
import { obstacleTo } from '../obstacle.js'
import type { LayoutPaths } from '../paths.js'
import { referencedDigests } from '../referenced-digests.js'
import { subjectOf } from '../subject.js'
import { toTag } from '../to-tag.js'
import type { Tree } from '../tree.js'
import { visitManifests } from './mark.js'

/** Tags of a repository with what they name; a folder without a current link is no tag. */
export async function* walkTags(
  paths: LayoutPaths,
  name: RepositoryName,
  findBroken: (tag: Tag) => void = () => undefined,
): AsyncGenerator<{ tag: Tag; digest: Digest }> {
  for (const entry of (await unlessMissing(readdir(paths.tags(name)))) ?? []) {
    const tag = toTag(entry)
    if (tag === undefined) continue
    const folder = paths.tagCurrent(name, tag)
    const digest = await readLink(folder)
    if (digest !== undefined) yield { tag, digest }
    else if ((await hasLink(folder)) || (await obstacleTo(folder))) findBroken(tag)
  }
}

/**
 * Manifests of a repository that no tag leads to: named by none, part of no index that stays, attached to nothing that stays. None where
 * a tag or a manifest cannot be read: it may lead to any of them.
 *
 * @param before only those linked up to this time, in milliseconds: the index of an image may still be on its way
 */
export async function untaggedManifests(tree: Tree, name: RepositoryName, before: number): Promise<Digest[]> {
  const mentions = new Map<Digest, ReadonlySet<Digest>>()
  const referrers = new Map<string, Digest[]>()
  const queue: Digest[] = []
  const broken: unknown[] = await visitManifests(tree, name, async ({ digest, folder }, manifest) => {
    mentions.set(digest, referencedDigests(manifest))
    const subject = subjectOf(manifest)
    if (subject !== undefined) referrers.set(subject, [...(referrers.get(subject) ?? []), digest])
    const link = await unlessMissing(stat(join(folder, 'link')))
    if (link !== undefined && link.mtimeMs > before) queue.push(digest)
  })
  for await (const { digest } of walkTags(tree.paths, name, (tag) => broken.push(tag))) queue.push(digest)
  if (broken.length > 0) return []

  const kept = new Set<Digest>()
  for (let digest = queue.pop(); digest !== undefined; digest = queue.pop()) {
    if (kept.has(digest) || !mentions.has(digest)) continue
    kept.add(digest)
    queue.push(...(mentions.get(digest) ?? []), ...(referrers.get(digest) ?? []))
  }
  return [...mentions.keys()].filter((digest) => !kept.has(digest))
}
