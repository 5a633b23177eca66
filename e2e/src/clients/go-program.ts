import { join } from 'node:path'
import { runCommand } from './command.js'

const SCRIPT = join(import.meta.dirname, '../../docker-host/go-program.sh')

/** A program of Go that cannot be built on this machine; its message says why. */
export class NoGoProgram extends Error {}

const TOOLS = join(import.meta.dirname, '../../go-tools')

/**
 * Builds the tools that the module `go-tools/<name>` names, where they are not there yet.
 *
 * @returns the folder where they lie
 * @throws {NoGoProgram}
 */
export const buildGoTools = (name: string): Promise<string> => buildGoProgram(join(TOOLS, name))

/**
 * Builds a program of Go where it is not there yet.
 *
 * @param source a folder with a module, or a package with its version, e.g. `github.com/goharbor/harbor-cli/cmd/harbor@v0.0.27`
 * @returns where it lies
 * @throws {NoGoProgram}
 */
export async function buildGoProgram(source: string): Promise<string> {
  const { code, stdout, stderr } = await runCommand('bash', [SCRIPT, source], { timeoutMs: 900_000 })
  if (code !== 0) throw new NoGoProgram(stderr.trim().split('\n').slice(-2).join(' '))
  return stdout.trim()
}

/** A client that cannot be had on this machine is named, and what needs it is left out. */
export async function orNotRun<Client>(name: string, client: Promise<Client>): Promise<Client | undefined> {
  return client.catch((error: unknown) => {
    if (!(error instanceof NoGoProgram)) throw error
    console.error(`NOT RUN: ${name}, because ${error.message}`)
    return undefined
  })
}
