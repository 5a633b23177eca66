import { cp, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sha256 } from '../load/synthetic-image.js'

/** Seeding of Distribution's directory tree: thousands of pushes would take minutes, and leave the same small files. */

const STORE = 'docker/registry/v2'

export function blobFile(digest: string): string {
  const [algorithm = '', hex = ''] = digest.split(':')
  return `${STORE}/blobs/${algorithm}/${hex.slice(0, 2)}/${hex}/data`
}

async function writeLink(path: string, digest: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, digest)
}

export async function writeTags(
  root: string,
  repository: string,
  manifest: Buffer,
  tags: readonly string[],
): Promise<void> {
  const digest = sha256(manifest)
  const folder = join(root, STORE, 'repositories', repository, '_manifests/tags')
  for (const tag of tags) {
    await writeLink(join(folder, tag, 'current/link'), digest)
    await writeLink(join(folder, tag, 'index', digest.replace(':', '/'), 'link'), digest)
  }
}

export async function copyRepository(root: string, model: string, repositories: readonly string[]): Promise<void> {
  const folder = join(root, STORE, 'repositories')
  for (const repository of repositories) {
    await cp(join(folder, model), join(folder, repository), { recursive: true })
  }
}
