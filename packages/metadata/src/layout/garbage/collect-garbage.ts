import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isDigest, type Digest, type RepositoryName } from '@berth/oci'
import { unlessMissing } from '../errors.js'
import { hasLink, removeLink, writeLink } from '../links.js'
import { isFolder, obstacleTo } from '../obstacle.js'
import { LayoutPaths } from '../paths.js'
import { announcePresence, isPresent } from '../presence.js'
import { Tree } from '../tree.js'
import { walkLinks } from '../walk-links.js'
import { lost, walkRepositories } from '../walk-repositories.js'
import { type GarbageBin, stampOf } from './garbage-bin.js'
import { marking, visitManifests } from './mark.js'
import { untaggedManifests, walkTags } from './untagged.js'

export interface GarbageOptions {
  /** Lists what would go, and changes nothing. */
  readonly dryRun: boolean
  /** Manifests that no tag leads to go first. */
  readonly deleteUntagged: boolean
  /**
   * Milliseconds that a blob, its link or a manifest must be old before it may go: what a push has just brought is not in use yet.
   * Absent: an hour where a server is at work on the tree, otherwise none.
   */
  readonly grace?: number
  /** Goes on where the tree holds blobs and no repository: then all of them go. */
  readonly withoutRepositories?: boolean
  /** Takes one line of progress. */
  readonly report: (line: string) => void
}

export interface GarbageResult {
  /** Blobs in use. */
  readonly marked: number
  /** Manifests and blobs deleted, or that would be. */
  readonly manifests: number
  readonly blobs: number
  readonly bytes: number
  /** Unused, but not old enough. */
  readonly young: number
}

/** Two runs on one tree at the same time. */
export class CollectingError extends Error {
  override name = 'CollectingError'
}

/** Every blob of the tree would go. */
export class NoRepositoriesError extends Error {
  override name = 'NoRepositoriesError'
}

const graceWhileServing = 3_600_000
/** Between the clock of a process that pushes and that of a file server. */
const clockSkew = 300_000

interface Candidate {
  readonly size: number
  readonly stamp: string
  readonly links: { readonly name: RepositoryName; readonly folder: string; readonly digest: Digest }[]
}

/**
 * Deletes blobs of a tree that no manifest mentions, while servers go on.
 *
 * A blob found unused is first set aside by a rename. Then manifests that came meanwhile are looked at, and what they mention is
 * taken back; a server takes back by itself what it misses, and looks for its blobs again after it has linked a manifest. Only what is
 * still aside after that is deleted, so a manifest that a client was told is there keeps all its blobs.
 *
 * @throws {CollectingError} @throws {NoRepositoriesError}
 */
export async function collectGarbage(root: string, options: GarbageOptions): Promise<GarbageResult> {
  const tree = new Tree(root)
  const { paths } = tree
  await using presence = await announcePresence(collectors(paths))
  if (await isPresent(collectors(paths), presence)) throw new CollectingError('the tree is being collected already')
  const isServed = await isPresent(servers(paths), presence)
  return await new Collection(tree, options, presence.since, options.grace ?? (isServed ? graceWhileServing : 0)).run()
}

const collectors = (paths: LayoutPaths): string => join(paths.own, 'collecting')
const servers = (paths: LayoutPaths): string => join(paths.own, 'serving')

/** Tells {@link collectGarbage} that a server is at work on the tree, until disposal. */
export const announceServer = (root: string): Promise<AsyncDisposable> =>
  announcePresence(servers(new LayoutPaths(root)))

/** Nobody can know what was meant to lie there. */
function refuse(entry: string, why: string): never {
  throw new Error(`${entry} ${why}: nothing is deleted, for what belongs there may use any blob`)
}

class Collection {
  private readonly paths: LayoutPaths
  private readonly bin: GarbageBin
  private readonly marked = new Set<Digest>()
  private readonly candidates = new Map<Digest, Candidate>()
  private readonly cutoff: number
  private manifests = 0
  private young = 0

  constructor(
    private readonly tree: Tree,
    private readonly options: GarbageOptions,
    private readonly startedAt: number,
    grace: number,
  ) {
    this.paths = tree.paths
    this.bin = tree.bin
    this.cutoff = startedAt - grace
  }

  async run(): Promise<GarbageResult> {
    if (!(await isFolder(this.paths.repositories)))
      throw new Error(`${this.paths.repositories}: path not found: nothing is deleted`)
    for await (const digest of this.bin.leftovers()) await this.bin.takeBack(digest)
    for await (const name of this.repositories()) await this.mark(name)
    await this.findCandidates()
    if (this.options.withoutRepositories !== true) await this.requireRepositories()
    for await (const name of this.repositories()) await this.findLinks(name)
    const { report, dryRun } = this.options
    report('')
    report(
      `${this.marked.size} blobs marked, ${this.candidates.size} blobs and ${this.manifests} manifests eligible for deletion`,
    )
    for (const digest of this.candidates.keys()) report(`blob eligible for deletion: ${digest}`)
    if (this.young > 0) report(`${this.young} unused blobs are too young to go and stay for now`)
    const { blobs, bytes } = dryRun ? this.expected() : await this.sweep()
    return { marked: this.marked.size, manifests: this.manifests, blobs, bytes, young: this.young }
  }

  private repositories(): AsyncGenerator<RepositoryName> {
    return walkRepositories(this.paths.repositories, undefined, undefined, refuse)
  }

  /** A push on its way may have brought the first one since. @throws {NoRepositoriesError} */
  private async requireRepositories(): Promise<void> {
    if (this.candidates.size === 0) return
    for await (const _ of this.repositories()) return
    throw new NoRepositoriesError(
      `${this.paths.repositories} holds no repository, as where its disk is not mounted: nothing is deleted`,
    )
  }

  private async mark(name: RepositoryName): Promise<void> {
    const { report, dryRun, deleteUntagged } = this.options
    report(name)
    for (const folder of this.paths.foldersOf(name)) {
      const obstacle = await obstacleTo(folder)
      if (obstacle !== undefined) refuse(obstacle, lost.noFolder)
    }
    const gone = deleteUntagged ? new Set(await untaggedManifests(this.tree, name, this.cutoff)) : new Set<Digest>()
    for (const digest of gone) report(`manifest eligible for deletion: ${digest}`)
    this.manifests += gone.size
    if (!dryRun) await this.removeManifests(name, gone)
    const mark = marking(this.marked)
    const broken = await visitManifests(this.tree, name, (revision, manifest) => {
      if (dryRun && gone.has(revision.digest)) return
      report(`${name}: marking manifest ${revision.digest}`)
      return mark(revision, manifest)
    })
    for (const digest of broken) report(`${name}: manifest ${digest} cannot be read`)
    if (broken.length > 0 || (await this.hasLostManifest(name))) await this.keepAll(name)
  }

  /** A tag names a manifest that the repository does not list, as after the loss of a folder. */
  private async hasLostManifest(name: RepositoryName): Promise<boolean> {
    for await (const { digest } of walkTags(this.paths, name))
      if (!(await hasLink(this.paths.revision(name, digest)))) return true
    return false
  }

  /** Which blobs a manifest uses that cannot be read is not known: the repository's blobs all count as in use. */
  private async keepAll(name: RepositoryName): Promise<void> {
    this.options.report(`${name}: keeps all its blobs until the manifest is pushed again or deleted`)
    for await (const { target } of walkLinks(this.paths.layers(name))) this.marked.add(target)
    for await (const { target } of walkLinks(this.paths.revisions(name))) this.marked.add(target)
    for await (const { digest } of walkTags(this.paths, name)) this.marked.add(digest)
  }

  /** A tag that came to name one of them meanwhile gets it back. */
  private async removeManifests(name: RepositoryName, digests: ReadonlySet<Digest>): Promise<void> {
    if (digests.size === 0) return
    for (const digest of digests) await removeLink(this.paths.revision(name, digest))
    const current = new Set<Digest>()
    for await (const { tag, digest } of walkTags(this.paths, name)) {
      current.add(digest)
      for (const gone of digests)
        if (gone !== digest) await rm(this.paths.tagIndex(name, tag, gone), { recursive: true, force: true })
    }
    for (const digest of digests) if (current.has(digest)) await writeLink(this.paths.revision(name, digest), digest)
  }

  private async findCandidates(): Promise<void> {
    for (const algorithm of ['sha256', 'sha512']) {
      const folder = join(this.paths.blobs, algorithm)
      for (const prefix of (await unlessMissing(readdir(folder))) ?? [])
        for (const hex of (await unlessMissing(readdir(join(folder, prefix)))) ?? []) {
          const digest = `${algorithm}:${hex}`
          if (isDigest(digest) && !this.marked.has(digest)) await this.consider(digest)
        }
    }
  }

  private async consider(digest: Digest): Promise<void> {
    const found = await unlessMissing(stat(this.paths.blobData(digest)))
    if (found === undefined) return
    if (found.mtimeMs <= this.cutoff)
      this.candidates.set(digest, { size: found.size, stamp: stampOf(found), links: [] })
    else this.young++
  }

  private async findLinks(name: RepositoryName): Promise<void> {
    for await (const { target, digest, folder } of walkLinks(this.paths.layers(name))) {
      const candidate = this.candidates.get(target)
      if (candidate === undefined) continue
      const link = await unlessMissing(stat(join(folder, 'link')))
      if (link !== undefined && link.mtimeMs > this.cutoff) {
        this.candidates.delete(target)
        this.young++
      } else candidate.links.push({ name, folder, digest })
    }
  }

  private expected(): { blobs: number; bytes: number } {
    const sizes = [...this.candidates.values()].map(({ size }) => size)
    return { blobs: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) }
  }

  private async sweep(): Promise<{ blobs: number; bytes: number }> {
    const aside = new Map<Digest, number>()
    for (const digest of this.candidates.keys()) {
      const size = await this.bin.setAside(digest)
      if (size !== undefined) aside.set(digest, size)
    }
    const wanted = new Set<Digest>()
    if (aside.size > 0)
      for await (const name of this.repositories())
        await visitManifests(this.tree, name, marking(wanted), this.startedAt - clockSkew)
    let [blobs, bytes] = [0, 0]
    for (const [digest, size] of aside) {
      const isAnother = (await this.bin.stamp(digest)) !== this.candidates.get(digest)?.stamp
      if (wanted.has(digest) || isAnother) await this.bin.takeBack(digest)
      else if (await this.bin.discard(digest)) {
        await this.removeLinks(digest)
        blobs++
        bytes += size
      }
    }
    return { blobs, bytes }
  }

  /** A link to nothing would grant its repository whatever blob of that digest comes later. One that a push just renewed stays. */
  private async removeLinks(digest: Digest): Promise<void> {
    for (const link of this.candidates.get(digest)?.links ?? []) {
      await removeLink(link.folder)
      const isBack = await unlessMissing(stat(this.paths.blobData(digest)))
      if (isBack !== undefined) await writeLink(link.folder, digest)
    }
  }
}
