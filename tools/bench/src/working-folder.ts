import { execFile } from 'node:child_process'
import { chmod, mkdtemp, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
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
  await keepServersApart(path)
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true, maxRetries: 3 }) }
}

/**
 * Has ext4 lay the folders below `path` in different parts of the disk. Without a journal it takes no inode that was deleted within some
 * minutes, and looks at each of them again for every new file: what one server deletes would slow another one down.
 */
async function keepServersApart(path: string): Promise<void> {
  // Other file systems do not know it.
  await promisify(execFile)('chattr', ['+T', path]).catch(() => {})
}
