import { execFile } from 'node:child_process'
import { readFile, statfs } from 'node:fs/promises'
import { availableParallelism, cpus, release, totalmem } from 'node:os'
import { promisify } from 'node:util'

/** The commit that is checked out. */
export async function describeCommit(): Promise<string> {
  const git = promisify(execFile)('git', ['describe', '--always', '--dirty'], { cwd: import.meta.dirname })
  return git.then(
    ({ stdout }) => stdout.trim(),
    () => 'unknown',
  )
}

/** What of the machine matters to the figures, without anything that would tell which machine it is. */
export async function describeMachine(folder: string): Promise<string[]> {
  const osRelease = await readFile('/etc/os-release', 'utf8').catch(() => '')
  const system = /^PRETTY_NAME="?([^"\n]+)/m.exec(osRelease)?.[1] ?? 'Linux'
  const { type } = await statfs(folder)
  return [
    `${availableParallelism()} cores (${cpus()[0]?.model.trim() || 'unknown model'}), ${Math.round(totalmem() / 1024 ** 3)} GiB of memory`,
    `${system}, kernel ${/^\d+\.\d+/.exec(release())?.[0] ?? 'unknown'}, file system ${fileSystemName(type)}`,
    `Node.js ${process.versions.node}`,
  ]
}

const NAMES: Readonly<Record<number, string>> = {
  0xef53: 'ext4',
  0x58465342: 'xfs',
  0x9123683e: 'btrfs',
  0x794c7630: 'overlayfs',
  0x2fc12fc1: 'zfs',
}
const MEMORY_TYPES: readonly number[] = [0x01021994, 0x858458f6]

function fileSystemName(type: number): string {
  return NAMES[type] ?? `0x${type.toString(16)}`
}

/** Whether what is written there never reaches a disk: no place to measure durable writes. */
export async function liesInMemory(folder: string): Promise<boolean> {
  const { type } = await statfs(folder)
  return MEMORY_TYPES.includes(type)
}
