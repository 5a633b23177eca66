import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Digest, RepositoryName } from '@berth/oci'
import { unlessMissing } from '../errors.js'
import { readManifest } from '../read-manifest.js'
import { referencedDigests } from '../referenced-digests.js'
import type { Tree } from '../tree.js'
import { walkLinks, type FoundLink } from '../walk-links.js'

/** Looks at one manifest of a repository. */
export type ManifestVisitor = (revision: FoundLink, manifest: Buffer) => void | Promise<void>

/**
 * Reads the manifests of a repository; one that was set aside meanwhile is taken back by it.
 *
 * @param since only those linked at this time or later, in milliseconds
 * @returns revisions whose bytes are gone
 */
export async function visitManifests(
  tree: Tree,
  name: RepositoryName,
  visit: ManifestVisitor,
  since?: number,
): Promise<Digest[]> {
  const broken: Digest[] = []
  for await (const revision of walkLinks(tree.paths.revisions(name))) {
    if (since !== undefined) {
      const link = await unlessMissing(stat(join(revision.folder, 'link')))
      if (link === undefined || link.mtimeMs < since) continue
    }
    const manifest = await readManifest(tree, revision.target)
    if (manifest === undefined) broken.push(revision.digest)
    else await visit(revision, manifest)
  }
  return broken
}

/** A visitor that marks a manifest and all that it mentions. */
export function marking(marked: Set<Digest>): ManifestVisitor {
  return ({ target }, manifest) => {
    marked.add(target)
    for (const digest of referencedDigests(manifest)) marked.add(digest)
  }
}
