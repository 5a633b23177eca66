import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { describeRegistryMetadata } from '../conformance.js'
import { LayoutMetadata } from './layout-metadata.js'
import { LayoutPaths } from './paths.js'

const base = await mkdtemp(join(tmpdir(), 'berth-layout-'))
afterAll(() => rm(base, { recursive: true }))

describeRegistryMetadata("metadata in Distribution's tree", async () => {
  const root = await mkdtemp(join(base, 'tree-'))
  const metadata = new LayoutMetadata(root)
  await metadata.check()
  const paths = new LayoutPaths(root)
  return {
    metadata,
    project: 'dev',
    async publish(digest, bytes) {
      await mkdir(paths.blobFolder(digest), { recursive: true })
      await writeFile(paths.blobData(digest), bytes)
    },
  }
})
