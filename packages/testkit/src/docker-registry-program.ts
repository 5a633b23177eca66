import { execFile } from 'node:child_process'
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { findProgram } from './system.js'

const run = promisify(execFile)
const PACKAGE = 'docker-registry'

async function unpackedProgram(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  await run('apt-get', ['download', PACKAGE], { cwd: folder })
  const file = (await readdir(folder)).find((name) => name.startsWith(`${PACKAGE}_`) && name.endsWith('.deb'))
  if (file === undefined) throw new Error('apt-get download brought no package file')
  await run('dpkg-deb', ['--extract', join(folder, file), folder])
  return join(folder, 'usr/bin', PACKAGE)
}

/**
 * Debian's `docker-registry`: the installed one, otherwise unpacked from its package into `folder`. It is not installed, because then it would
 * run as a service of the machine.
 *
 * @throws {Error} when it is not installed and apt has no source for it
 */
export async function dockerRegistryProgram(folder: string): Promise<string> {
  return findProgram(PACKAGE, PACKAGE).catch(async () => {
    try {
      return await unpackedProgram(folder)
    } catch (error) {
      throw new Error('docker-registry cannot be had: run apt-get update, or install the package docker-registry', {
        cause: error,
      })
    }
  })
}
