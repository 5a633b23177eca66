import { flagText, fromDigits, readSettings } from '@berth/config'
import { z } from 'zod'
import type { SettingRow } from './setting-row.js'
import { settingRows, type Settings } from './settings-table.js'

/** A row's values as text, the way environment variables hold them. */
function asText({ schema, fallback }: SettingRow): z.ZodType {
  if (typeof fallback === 'boolean') return flagText
  return typeof fallback === 'number' ? fromDigits(schema) : schema
}

/** A JSON object with values of settings by their keys, as the API takes them. */
const bySettingKey = z.string().transform((json, context) => {
  const values = parseObject(json)
  if (values === undefined) context.addIssue('is no JSON object')
  for (const [key, value] of Object.entries(values ?? {})) {
    const read = settingRows.get(key)?.schema.safeParse(value)
    if (!read?.success) context.addIssue(`${key} ${read?.error.issues[0]?.message ?? 'is no setting'}`)
  }
  return values ?? {}
})

function parseObject(json: string): Record<string, unknown> | undefined {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(json))
  } catch {
    return undefined
  }
}

/**
 * First values of settings: from the variables that their rows name, and from `BERTH_FIRST_SETTINGS`, which may hold any of them.
 *
 * @throws {SettingsError} naming every variable that is malformed
 */
export function readSeeds(env?: NodeJS.ProcessEnv): Partial<Settings> {
  const seeded = [...settingRows].flatMap(([key, row]) =>
    row.seed === undefined ? [] : [{ key, row, seed: row.seed }],
  )
  const schema = z.object(Object.fromEntries(seeded.map(({ key, row }) => [key, asText(row).optional()])))
  const names = Object.fromEntries(seeded.map(({ key, seed }) => [key, seed]))
  const values = Object.entries(readSettings(schema, names, env)).filter(([, value]) => value !== undefined)
  const all = z.object({ any: bySettingKey.optional() })
  const { any } = readSettings(all, { any: 'BERTH_FIRST_SETTINGS' }, env)
  return { ...any, ...Object.fromEntries(values) }
}
