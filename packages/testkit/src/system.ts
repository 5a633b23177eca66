import { access, constants, readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** Folders where Debian puts daemons, which a user's PATH may lack. */
const SYSTEM_FOLDERS = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin']

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
}

/**
 * Path of an installed program.
 *
 * @throws {Error} naming the Debian package that holds it
 */
export async function findProgram(name: string, debianPackage: string): Promise<string> {
  for (const folder of SYSTEM_FOLDERS) {
    const path = join(folder, name)
    if (await isExecutable(path)) return path
  }
  throw new Error(`${name} is not installed (Debian package ${debianPackage}).`)
}

export const isInstalled = (name: string): Promise<boolean> =>
  findProgram(name, '').then(
    () => true,
    () => false,
  )

/** Folder of the newest installed PostgreSQL server's programs. */
export async function findPostgresPrograms(): Promise<string> {
  const root = '/usr/lib/postgresql'
  const versions = await readdir(root).catch(() => [])
  for (const version of versions.map(Number).sort((a, b) => b - a)) {
    const folder = join(root, String(version), 'bin')
    if ((await isExecutable(join(folder, 'postgres'))) && (await isExecutable(join(folder, 'initdb')))) return folder
  }
  throw new Error('The PostgreSQL server is not installed (Debian package postgresql).')
}

export interface SystemUser {
  readonly uid: number
  readonly gid: number
}

/**
 * The user to run a server as that refuses to run as root: none when we are not root anyway, otherwise the first of `names`
 * that the system knows.
 */
export async function unprivilegedUser(names: readonly string[]): Promise<SystemUser | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const rows = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  for (const name of names) {
    const row = rows.find((fields) => fields[0] === name)
    if (row) return { uid: Number(row[2]), gid: Number(row[3]) }
  }
  throw new Error(`None of the users ${names.join(', ')} exists.`)
}
