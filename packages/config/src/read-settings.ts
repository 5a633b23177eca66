import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** Thrown when the environment contradicts the settings' schema; the message names each variable. */
export class SettingsError extends Error {
  override name = 'SettingsError'
}

/** A value given directly as NAME or, for secrets mounted as files, as a path in NAME_FILE. An empty one is none. */
function lookUp(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const file = env[`${name}_FILE`]
  if (file !== undefined && file !== '') return readFileSync(file, 'utf8').trim() || undefined
  const value = env[name]
  return value === '' ? undefined : value
}

/**
 * Reads one group of settings from environment variables.
 *
 * @param schema shape of the group; its keys are the settings' names
 * @param names  environment variable of each key
 * @returns the parsed group, deeply frozen
 * @throws {SettingsError} naming every variable that is missing or malformed
 */
export function readSettings<Schema extends z.ZodObject>(
  schema: Schema,
  names: Record<keyof z.input<Schema> & string, string>,
  env: NodeJS.ProcessEnv = process.env,
): Readonly<z.output<Schema>> {
  const raw = Object.fromEntries(Object.entries<string>(names).map(([key, name]) => [key, lookUp(env, name)]))
  const parsed = schema.safeParse(raw)
  if (parsed.success) return Object.freeze(parsed.data)
  const variables: Record<string, string> = names
  const faults = parsed.error.issues.map((issue) => {
    const key = String(issue.path[0])
    return `${variables[key] ?? key}: ${issue.message}`
  })
  throw new SettingsError(`Settings are not usable:\n  ${faults.join('\n  ')}`)
}
