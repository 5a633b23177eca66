import type { BrokenEntry } from '../registry-metadata.js'
import { walkTags } from './garbage/untagged.js'
import { readLink } from './links.js'
import { obstacleTo } from './obstacle.js'
import type { LayoutPaths } from './paths.js'
import { walkLinks } from './walk-links.js'
import { lost, walkRepositories } from './walk-repositories.js'

const NO_DIGEST = 'its link holds no digest'

/** What a crash of another program, or a disk that is not mounted, keeps out of every list of the tree. */
export async function* findBroken(paths: LayoutPaths): AsyncGenerator<BrokenEntry> {
  const unlisted = new Map<string, string>()
  for await (const name of walkRepositories(paths.repositories, '', undefined, (entry, why) =>
    unlisted.set(entry, why),
  )) {
    for (const folder of paths.foldersOf(name)) {
      const obstacle = await obstacleTo(folder)
      if (obstacle !== undefined) unlisted.set(obstacle, lost.noFolder)
    }
    for await (const { digest, isBroken } of walkLinks(paths.revisions(name)))
      if (isBroken) yield { name: `${name}@${digest}`, why: NO_DIGEST }
    const withoutDigest: string[] = []
    for await (const { tag, digest } of walkTags(paths, name, (broken) => withoutDigest.push(broken)))
      if ((await readLink(paths.revision(name, digest))) === undefined)
        yield { name: `${name}:${tag}`, why: `${digest}, which it names, is not there` }
    for (const tag of withoutDigest) yield { name: `${name}:${tag}`, why: NO_DIGEST }
  }
  for (const [name, why] of unlisted) yield { name, why: `it ${why}` }
}
