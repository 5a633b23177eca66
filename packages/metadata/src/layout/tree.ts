import { FolderNames } from './folder-names.js'
import { GarbageBin } from './garbage/garbage-bin.js'
import { KeyedMutex } from './keyed-mutex.js'
import { LayoutPaths } from './paths.js'

/** One tree, and what this process keeps in memory of it. */
export class Tree {
  readonly paths: LayoutPaths
  readonly bin: GarbageBin
  /** By repository: changes of its manifests and tags come one after the other. */
  readonly changes = new KeyedMutex()
  readonly names = new FolderNames()

  constructor(readonly root: string) {
    this.paths = new LayoutPaths(root)
    this.bin = new GarbageBin(this.paths)
  }
}
