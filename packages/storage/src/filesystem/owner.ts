import { lchownSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { hasCode } from '../errors.js'

interface Ids {
  readonly uid: number
  readonly gid: number
}

/**
 * The user whom a tree belongs to, for work that root does in it: what is made there has to belong to the service that goes on with
 * it. Where the process is not root, what it makes belongs to itself, and nothing is left to do.
 */
export class Owner {
  readonly #folder: string
  #ids: Ids | undefined

  constructor(folder: string) {
    this.#folder = folder
  }

  give(path: string): void {
    const ids = this.#find()
    // The folder is the owner's, who could have put a link there meanwhile.
    if (ids) lchownSync(path, ids.uid, ids.gid)
  }

  /** Makes a folder with those above it, each given away at once, so that no crash leaves one to root. */
  makeFolder(path: string): void {
    if (!this.#find()) return
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

  /** Whether the owner could read a file of somebody else's, also where this process may read everything. */
  mayRead(path: string): boolean {
    const reader = this.#find()?.uid ?? process.geteuid?.()
    if (!reader) return true
    const { uid, mode } = statSync(path)
    return uid === reader || (mode & 0o004) !== 0
  }

  #find(): Ids | undefined {
    if (process.geteuid?.() !== 0) return undefined
    const { uid, gid } = (this.#ids ??= statSync(this.#folder))
    return uid === 0 ? undefined : { uid, gid }
  }
}
