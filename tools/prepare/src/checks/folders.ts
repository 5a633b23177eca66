import { accessSync, constants, existsSync, lstatSync, realpathSync, statfsSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { describeFault, type Fault } from '../cfg/fault.js'
import { isSystemError } from '../files.js'

const MIB = 1024 ** 2
/** PostgreSQL's own are a thousand, and each blob is one. */
const LEAST_FILES = 5000

export interface WantedFolder {
  readonly path: string
  readonly where: string
  readonly key: string
  /** Least free space, in bytes. */
  readonly free: number
}

/**
 * Whether the folder can be used, and has room.
 * @param hasData what is there has to go on, and to be changed, on a full disk as well, which may be what makes room: that is a warning
 */
export function findingsOf(folder: WantedFolder, hasData: boolean): { faults: Fault[]; warnings: string[] } {
  const faults = folderFaults(folder)
  const full = faults.length > 0 ? [] : roomFaults(folder)
  return hasData ? { faults, warnings: full.map(describeFault) } : { faults: [...faults, ...full], warnings: [] }
}

/** @returns a fault where the folder cannot be made or written */
function folderFaults({ path, where, key }: WantedFolder): Fault[] {
  const existing = nearestExisting(path)
  if (!statSync(existing).isDirectory()) return [{ where, key, message: `${existing} is not a folder` }]
  const missing = [...ancestors(path), path].find((folder) => !existsSync(folder))
  if (missing !== undefined && isLink(missing))
    return [{ where, key, message: `${missing} is a link to what does not exist` }]
  try {
    accessSync(existing, constants.W_OK | constants.X_OK)
  } catch (error) {
    const message =
      isSystemError(error) && error.code === 'EROFS'
        ? `the disk of ${existing} is mounted read-only`
        : `this user may not write to ${existing}; give a folder where it may, for example below ${homedir()}`
    return [{ where, key, message }]
  }
  return []
}

/** @returns faults where the folder's disk is too full to begin on */
function roomFaults({ path, where, key, free }: WantedFolder): Fault[] {
  const existing = nearestExisting(path)
  const disk = statfsSync(existing)
  const available = disk.bavail * disk.bsize
  const lacking: string[] = []
  if (available < free)
    lacking.push(
      `not enough disk: ${Math.floor(available / MIB)} MiB free at ${existing}, ${Math.floor(free / MIB)} MiB needed`,
    )
  // Some file systems make room for files as they need it, and count none.
  if (disk.files > 0 && disk.ffree < LEAST_FILES)
    lacking.push(`no room for files: ${disk.ffree} more fit on the disk at ${existing}, ${LEAST_FILES} needed`)
  return lacking.map((message) => ({ where, key, message }))
}

/**
 * Services of a native installation by root run as their own user, who must be able to reach the folder.
 * @returns a fault naming the first folder on the way that others may not enter
 */
export function reachFaults({ path, where, key }: WantedFolder): Fault[] {
  const existing = nearestExisting(path)
  const shut = [...ancestors(path), ...ancestors(realpathSync(existing))]
    .filter((folder) => existsSync(folder))
    .find((folder) => (statSync(folder).mode & 0o001) === 0)
  if (shut === undefined) return []
  return [
    { where, key, message: `the user berth cannot reach ${path}: others may not enter ${shut} (chmod o+x ${shut})` },
  ]
}

export function ancestors(path: string): string[] {
  const parent = dirname(path)
  return parent === path ? [] : [...ancestors(parent), parent]
}

/** The path without links, of what is still to be made as well. */
export function realPath(path: string): string {
  const existing = nearestExisting(path)
  return join(realpathSync(existing), path.slice(existing.length))
}

/** Of what cannot even be looked at, nothing is said here: the folder above it is at fault. */
export function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink()
  } catch {
    return false
  }
}

function nearestExisting(path: string): string {
  return existsSync(path) ? path : nearestExisting(dirname(path))
}
