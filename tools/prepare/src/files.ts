import {
  chmodSync,
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

/** Numeric user and group that services run as. */
export interface Owner {
  readonly uid: number
  readonly gid: number
}

/** Writes a file whole or not at all. It never exists with other rights than `mode`. */
export function writeOwned(path: string, content: string | Buffer, mode: number, owner: Owner | undefined): void {
  const draft = `${path}.new`
  rmSync(draft, { force: true })
  // Exclusively: the folder may be another user's, who could have put a link there for root to follow.
  const file = openSync(draft, 'wx', 0o600)
  try {
    writeFileSync(file, content)
    fchmodSync(file, mode)
    if (owner !== undefined) fchownSync(file, owner.uid, owner.gid)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(draft, path)
}

/** Makes a folder (and those above it), and hands it and everything in it to the owner where it is not his already. */
export function ensureFolder(path: string, mode: number, owner: Owner | undefined): void {
  const made = mkdirSync(path, { recursive: true })
  if (made !== undefined) chmodSync(path, mode)
  const { uid } = statSync(path)
  if (owner !== undefined && uid !== owner.uid) handOver(path, owner)
}

function handOver(path: string, owner: Owner): void {
  if (lstatSync(path).isDirectory()) for (const name of readdirSync(path)) handOver(join(path, name), owner)
  lchownSync(path, owner.uid, owner.gid)
}

/** Makes a folder that stays its maker's. */
export function ensureOwnFolder(path: string): void {
  const made = mkdirSync(path, { recursive: true })
  if (made !== undefined) chmodSync(path, 0o755)
}
