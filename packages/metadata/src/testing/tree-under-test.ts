import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LayoutMetadata } from '../layout/layout-metadata.js'
import { LayoutPaths } from '../layout/paths.js'
import type { MetadataUnderTest } from './fill.js'

export interface TreeUnderTest extends MetadataUnderTest {
  readonly metadata: LayoutMetadata
  readonly root: string
  readonly paths: LayoutPaths
}

/** An empty tree in a new folder below `base`. */
export async function openTree(base: string): Promise<TreeUnderTest> {
  const root = await mkdtemp(join(base, 'tree-'))
  const metadata = new LayoutMetadata(root)
  await metadata.check()
  const paths = new LayoutPaths(root)
  return {
    root,
    metadata,
    paths,
    project: 'dev',
    async publish(digest, bytes) {
      await mkdir(paths.blobFolder(digest), { recursive: true })
      await writeFile(paths.blobData(digest), bytes)
    },
  }
}
