import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

/** Numeric user and group that services run as. */
export interface Owner {
  readonly uid: number
  readonly gid: number
}

/** What the system says of a file or a disk, as that it is full: nothing that a person could not mend. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'code' in error
}

/**
 * Writes a file whole or not at all, and not where it is as it is to be: on a full disk there may be room for none. It never exists with
 * other rights than `mode`.
 */
export function writeOwned(path: string, content: string | Buffer, mode: number, owner: Owner | undefined): void {
  const draft = `${path}.new`
  rmSync(draft, { force: true })
  if (isWritten(path, content, mode, owner)) return
  // Exclusively: the folder may be another user's, who could have put a link there for root to follow.
  const file = openSync(draft, 'wx', 0o600)
  try {
    writeFileSync(file, content)
    fchmodSync(file, mode)
    if (owner !== undefined) fchownSync(file, owner.uid, owner.gid)
    fsyncSync(file)
  } catch (error) {
    rmSync(draft, { force: true })
    // Of what is written to an open file, the system does not say which one it is.
    if (isSystemError(error)) error.message += ` '${path}'`
    throw error
  } finally {
    closeSync(file)
  }
  renameSync(draft, path)
}

function isWritten(path: string, content: string | Buffer, mode: number, owner: Owner | undefined): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (!found?.isFile() || found.nlink > 1 || (found.mode & 0o7777) !== mode) return false
  if (owner !== undefined && (found.uid !== owner.uid || found.gid !== owner.gid)) return false
  const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  try {
    return fstatSync(file).isFile() && readFileSync(file).equals(Buffer.from(content))
  } finally {
    closeSync(file)
  }
}

/** Makes a folder (and those above it), and hands it and everything in it to the owner where it is not his already. */
export function ensureFolder(path: string, mode: number, owner: Owner | undefined): void {
  if (mkdirSync(path, { recursive: true }) !== undefined) return settle(path, mode, owner)
  if (owner === undefined) return
  const { uid } = lstatSync(path)
  if (uid !== owner.uid) handOver(path, uid, owner)
}

/**
 * Gives a folder its mode and owner, but no other that a link leads to: it may lie in a folder of the services' user, who can exchange it at
 * any moment.
 *
 * @throws {Error} where a link lies in its place
 */
export function settle(path: string, mode: number, owner: Owner | undefined): void {
  const folder = openSync(path, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW)
  try {
    fchmodSync(folder, mode)
    if (owner !== undefined) fchownSync(folder, owner.uid, owner.gid)
  } finally {
    closeSync(folder)
  }
}

/**
 * By chown(1), which walks by open folders: whoever owned them until now cannot lead it elsewhere by putting a link in its way, and what was
 * somebody else's stays so.
 *
 * @throws {Error} with what chown said
 */
function handOver(path: string, from: number, owner: Owner): void {
  const args = ['--recursive', '--no-dereference', '-P', `--from=${from}`, `${owner.uid}:${owner.gid}`, '--', path]
  const { status, stderr, error } = spawnSync('chown', args, { encoding: 'utf8', maxBuffer: 16 * 1024 ** 2 })
  if (status !== 0)
    throw new Error(`${path} could not be given to user ${owner.uid}: ${error?.message ?? stderr.trim()}`)
}

/**
 * Makes a folder whose files the owner reads, and where the caller alone puts something: so nothing that the caller reads or writes there
 * is a link that the owner has made. Files that were another user's become the owner's.
 *
 * @throws {Error} for a link that somebody else has left there
 */
export function ensureGuardedFolder(path: string, owner: Owner | undefined): void {
  mkdirSync(path, { recursive: true })
  const caller = process.getuid?.() ?? 0
  const isShared = owner !== undefined && owner.uid !== caller
  if (isShared) chownSync(path, caller, owner.gid)
  chmodSync(path, isShared ? 0o750 : 0o700)
  if (!isShared) return
  for (const name of readdirSync(path)) {
    const file = join(path, name)
    const found = lstatSync(file)
    if (found.isSymbolicLink() && found.uid === caller) continue
    if (found.isFile() && found.uid === owner.uid) continue
    if (!found.isFile() || found.nlink > 1) throw new Error(`${file} is no file of its own, and no secret: remove it`)
    lchownSync(file, owner.uid, owner.gid)
  }
}

/** Makes a folder that stays its maker's. */
export function ensureOwnFolder(path: string): void {
  const made = mkdirSync(path, { recursive: true })
  if (made !== undefined) chmodSync(path, 0o755)
}
