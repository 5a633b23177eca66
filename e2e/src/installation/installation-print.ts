import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { Installation } from './installation.js'
import { SERVICES } from './services.js'

/** What tells whether an installation was touched: the processes of its services, and the content of what was rendered. */
export interface InstallationPrint {
  readonly processes: Readonly<Record<string, number>>
  readonly files: Readonly<Record<string, string>>
}

/** Build products and what is fetched for building; none of it changes what runs. */
const IGNORED = new Set(['.git', 'node_modules', 'dist', '.runtime'])

export async function installationPrint(installation: Installation): Promise<InstallationPrint> {
  const { kind, folder, dataVolume } = installation.plan
  const processes = await Promise.all(
    SERVICES[kind].map(async (service) => [service, await installation.processId(service)] as const),
  )
  const files: Record<string, string> = {}
  for (const root of [folder, join(dataVolume, 'secret')]) {
    for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name)
      const steps = relative(root, path).split('/')
      if (!entry.isFile() || steps.some((step) => IGNORED.has(step)) || /\.(tgz|log|tsbuildinfo)$/.test(path)) continue
      files[path] = createHash('sha256')
        .update(await readFile(path))
        .digest('hex')
    }
  }
  return { processes: Object.fromEntries(processes), files }
}
