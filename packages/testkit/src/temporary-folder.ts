import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface TemporaryFolder extends AsyncDisposable {
  readonly path: string
}

/** A new empty folder, readable by every user, removed with all it holds on disposal. */
export async function temporaryFolder(name = 'folder'): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(tmpdir(), `berth-${name}-`))
  await chmod(path, 0o755)
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true, maxRetries: 3 }) }
}
