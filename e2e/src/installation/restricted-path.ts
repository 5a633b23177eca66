import { mkdir, readdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'

const SYSTEM_FOLDERS = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin']

/** What a machine that only runs containers does not have. */
const DEVELOPMENT_TOOLS = new Set([
  'node',
  'nodejs',
  'npm',
  'npx',
  'corepack',
  'pnpm',
  'yarn',
  'git',
  'python3',
  'gcc',
  'make',
])

/** Makes a folder of links to the machine's programs without its development tools, to be used as the only one on PATH. */
export async function makeRestrictedPath(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  const seen = new Set<string>()
  for (const source of SYSTEM_FOLDERS) {
    for (const name of await readdir(source).catch(() => [])) {
      if (seen.has(name) || DEVELOPMENT_TOOLS.has(name)) continue
      seen.add(name)
      await symlink(join(source, name), join(folder, name))
    }
  }
  return folder
}
