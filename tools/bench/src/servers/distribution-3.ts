import { execFile } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const MODULE = 'github.com/distribution/distribution/v3/cmd/registry@v3.0.0'

/**
 * Builds the registry program of Distribution 3, whose modules come from the module proxy.
 *
 * @param folder takes the program
 * @throws {Error} where there is no Go, or a module cannot be had
 */
export async function buildDistribution3(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  const path = `${process.env['PATH'] ?? ''}:/usr/local/go/bin`
  const env = { ...process.env, PATH: path, GOBIN: folder }
  await promisify(execFile)('go', ['install', MODULE], { env, timeout: 1_200_000, maxBuffer: 16 * 1024 * 1024 })
  return join(folder, 'registry')
}
