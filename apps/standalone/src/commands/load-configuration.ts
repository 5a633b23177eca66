import { readFile } from 'node:fs/promises'
import { parseConfiguration, type ParsedConfiguration } from '@berth/distribution-config'
import { UsageError } from '../usage-error.js'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads the configuration that a command line names, or else `REGISTRY_CONFIGURATION_PATH`.
 *
 * @throws {UsageError} where neither names a file that can be read
 * @throws {ConfigurationError} where it cannot be used
 */
export async function loadConfiguration(
  path: string | undefined,
  environment: Environment,
): Promise<ParsedConfiguration> {
  const file = path ?? environment['REGISTRY_CONFIGURATION_PATH']
  if (file === undefined || file === '') throw new UsageError('name the configuration file')
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (cause) {
    throw new UsageError(`${file}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
  return parseConfiguration(text, environment)
}
