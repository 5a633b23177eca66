import type { RepositoryName } from '@berth/oci'
import { OutboundError } from '@berth/outbound'
import { RegistryError } from '@berth/registry-client'
import { copyRegistry, type CopyCounts, type ImageTarget } from '@berth/transfer'
import { repositoryPath, type Writing } from './berth.js'
import type { HarborRepository } from './harbor-images.js'
import { plain, type Report } from './report.js'
import { z } from 'zod'

/** Faults of one repository that are told one by one. */
const MOST_FAULTS = 50

interface Task {
  say(line: string): void
  /** Of the repository, so far. */
  counts(counts: Readonly<CopyCounts>): void
}

interface Wanted {
  readonly source: HarborRepository
  readonly target: ImageTarget
  readonly project: string
  readonly stop: AbortSignal
  /** Ids of labels here, by those of the source. */
  readonly labels: ReadonlyMap<number, number>
}

/**
 * Brings a repository with all that is attached to its artifacts. What is there already is passed over.
 *
 * @returns why it is not whole; undefined where it is
 * @throws {OutboundError} where one of both ends is away: the other repositories would not come either
 */
export async function bringImages(
  write: Writing,
  report: Report,
  wanted: Wanted,
  task: Task,
): Promise<string | undefined> {
  const { source, target, project, stop } = wanted
  const { name } = source
  const faults: string[] = []
  const warn = (message: string) => {
    faults.push(message)
    if (faults.length <= MOST_FAULTS) task.say(plain(message, 1000))
  }
  let counts: Readonly<CopyCounts> | undefined
  try {
    counts = await copyRegistry(source, target, {
      rename: (one) => one,
      mayLink: false,
      stop,
      progress: (now) => task.counts(now),
      warn,
    })
    if (!stop.aborted) await verify(write, wanted, warn)
  } catch (error) {
    if (stop.aborted || error instanceof OutboundError || !(error instanceof RegistryError)) throw error
    warn(error.message)
  }
  if (counts) {
    const { manifests, tags, skipped, copiedBlobs: blobs, bytes } = counts
    report.addImages({ manifests, tags, skipped, blobs, bytes })
  }
  stop.throwIfAborted()
  const [fault] = faults
  if (fault === undefined) {
    const isNew = (counts?.manifests ?? 0) + (counts?.tags ?? 0) > 0
    report.add('repository', name, isNew ? 'brought' : 'present', '', project)
    await bringArtifactLabels(write, report, wanted)
    return undefined
  }
  const detail = faults.length === 1 ? fault : `${fault}; and ${faults.length - 1} more`
  report.add('repository', name, 'failed', detail, project)
  return detail
}

const led = z.object({ digest: z.string() })

/** Asks the api where each tag leads now. */
async function verify(write: Writing, { source }: Wanted, warn: (message: string) => void): Promise<void> {
  for (const [tag, digest] of source.tagged) {
    const there = await write.one(`${repositoryPath(source.name)}/artifacts/${tag}`, led)
    if (there?.digest !== digest) warn(`${source.name}:${tag} is ${there?.digest ?? 'not here'} instead of ${digest}`)
  }
}

async function bringArtifactLabels(
  write: Writing,
  report: Report,
  { source: { name, labelled }, project, labels }: Wanted,
): Promise<void> {
  for (const { digest, labels: wanted } of labelled)
    for (const id of wanted) {
      const own = labels.get(id)
      const what = { kind: 'artifact label', name: `${name}@${digest}`, project } as const
      if (own === undefined) report.add(what.kind, what.name, 'failed', 'Its label is not here.', project)
      else await write.make(what, `${repositoryPath(name)}/artifacts/${digest}/labels`, { id: own })
    }
}

const described = z.object({ description: z.string().default('') })

/** What is said of a repository, where nothing is said of it here. */
export async function bringDescription(
  write: Writing,
  name: RepositoryName,
  project: string,
  description: string,
): Promise<void> {
  if (description === '') return
  const here = await write.one(repositoryPath(name), described)
  if (here?.description === '')
    await write.change({ kind: 'description', name, project }, repositoryPath(name), { description })
}
