import { chownSync, linkSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * The user whom a folder belongs to, for work that root does in it: what is made there has to belong to the service that goes on with
 * it. Where the process is not root, what it makes belongs to itself, and nothing is left to do.
 */
export class Owner {
  private readonly ids: { readonly uid: number; readonly gid: number } | undefined

  constructor(folder: string) {
    const { uid, gid } = statSync(folder)
    this.ids = process.geteuid?.() === 0 && uid !== 0 ? { uid, gid } : undefined
  }

  give(path: string): void {
    if (this.ids) chownSync(path, this.ids.uid, this.ids.gid)
  }

  /** Makes a folder with those above it. At once, so that no crash leaves one to root. */
  makeFolder(path: string): void {
    try {
      mkdirSync(path)
    } catch (error) {
      if (hasCode(error, 'EEXIST')) return
      if (!hasCode(error, 'ENOENT')) throw error
      this.makeFolder(dirname(path))
      mkdirSync(path)
    }
    this.give(path)
  }

  /** @returns false where the two lie on different file systems, or the owner could not read the file */
  link(existing: string, path: string): boolean {
    try {
      linkSync(existing, path)
    } catch (error) {
      if (hasCode(error, 'EXDEV', 'EPERM', 'EACCES', 'EMLINK', 'ENOTSUP', 'ENOENT')) return false
      throw error
    }
    const { uid, mode } = statSync(path)
    const mayRead = this.ids === undefined || uid === this.ids.uid || (mode & 0o004) !== 0
    if (!mayRead) rmSync(path)
    return mayRead
  }
}

/** Whether an error is a system error of one of these codes. */
function hasCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}
