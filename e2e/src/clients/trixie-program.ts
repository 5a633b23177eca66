import { join } from 'node:path'
import { succeed } from './command.js'

const SCRIPT = join(import.meta.dirname, '../../docker-host/trixie-program.sh')

/**
 * A program that only Debian trixie has, or has new enough; fetched when first asked for.
 *
 * @param path below the package's root, e.g. `usr/bin/oras`
 * @returns where it lies
 */
export function trixieProgram(debianPackage: string, path: string): Promise<string> {
  return succeed('bash', [SCRIPT, debianPackage, path])
}
