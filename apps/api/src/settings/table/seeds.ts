import { flagText, readSettings } from '@berth/config'
import { z } from 'zod'
import type { SettingRow } from './setting-row.js'
import { settingRows, type Settings } from './settings-table.js'

/** A row's values as text, the way environment variables hold them. */
function asText({ schema, fallback }: SettingRow): z.ZodType {
  if (typeof fallback === 'boolean') return flagText
  return typeof fallback === 'number'
    ? z.coerce
        .number()
        .transform((value): unknown => value)
        .pipe(schema)
    : schema
}

/**
 * First values of settings, from the variables that their rows name.
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
  return Object.fromEntries(values)
}
