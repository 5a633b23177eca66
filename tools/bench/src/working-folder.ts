import { chmod, mkdtemp, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { TemporaryFolder } from '@berth/testkit'
import { UsageError } from './options.js'
import { liesInMemory } from './report/machine.js'

/**
 * A new folder for all that the run writes, removed with it on disposal.
 *
 * @param parent on a disk
 * @param neededBytes free space
 * @throws {UsageError} when durable writes cannot be measured there
 */
export async function workingFolder(parent: string, neededBytes: number): Promise<TemporaryFolder> {
  if (await liesInMemory(parent)) {
    throw new UsageError(`--folder: ${parent} lies in memory; durable writes need a folder on a disk`)
  }
  const { bavail, bsize } = await statfs(parent)
  if (bavail * bsize < neededBytes) {
    throw new UsageError(`--folder: ${parent} has less than ${Math.ceil(neededBytes / 1e9)} GB free`)
  }
  const path = await mkdtemp(join(parent, 'berth-bench-'))
  // Servers that give up root must reach what is theirs in it.
  await chmod(path, 0o755)
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true, maxRetries: 3 }) }
}
