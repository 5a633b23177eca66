import { rm, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Digest, RepositoryName } from '@berth/oci'
import { removeFolderAtOnce } from './durable.js'
import { hasCode } from './errors.js'
import { walkTags } from './garbage/untagged.js'
import { hasLink, removeLink } from './links.js'
import { mediaTypeFile } from './manifests.js'
import { trashFolder } from './tags.js'
import type { Tree } from './tree.js'

/** Tags first: one that named a manifest that is gone could be seen, and could not be pulled. */
export async function deleteManifest(tree: Tree, repository: RepositoryName, digest: Digest): Promise<boolean> {
  const { paths } = tree
  return tree.changes.run(repository, async () => {
    const folder = paths.revision(repository, digest)
    if (!(await hasLink(folder))) return false
    for await (const { tag, digest: current } of walkTags(paths, repository)) {
      if (current === digest) await removeFolderAtOnce(paths.tag(repository, tag), trashFolder(tree))
      else await rm(paths.tagIndex(repository, tag, digest), { recursive: true, force: true })
    }
    await removeLink(folder)
    await rm(join(folder, mediaTypeFile), { force: true })
    await rmdir(folder).catch((error: unknown) => {
      if (!hasCode(error, 'ENOENT', 'ENOTEMPTY', 'EEXIST')) throw error
    })
    return true
  })
}
