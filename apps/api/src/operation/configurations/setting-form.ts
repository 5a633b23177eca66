import type { rest } from '@berth/contracts'
import { z } from 'zod'
import type { SettingRow } from '../../settings/table/setting-row.js'
import { settingsInChinese } from '../../settings/table/settings-in-chinese.js'
import { settingGroups, type SettingKey, type Settings, settingsTable } from '../../settings/table/settings-table.js'

export type SettingShown = z.output<typeof rest.setting>

const isKey = (key: string): key is SettingKey => Object.hasOwn(settingsTable, key)

/** What a form has to know of a value, out of the schema that the service holds it against. */
function fieldOf({ schema }: SettingRow) {
  const { type, enum: choices, minimum, maximum, maxLength } = z.toJSONSchema(schema)
  if (type === 'boolean') return { kind: 'flag' } as const
  if (choices !== undefined) return { kind: 'choice', choices: choices.map(String) } as const
  if (type === 'integer') {
    return {
      kind: 'number',
      ...(minimum === undefined ? {} : { minimum }),
      ...(maximum === undefined ? {} : { maximum }),
    } as const
  }
  return { kind: 'text', ...(maxLength === undefined ? {} : { max_length: maxLength }) } as const
}

/** Every setting in the order of its table, with what a page of settings has to know; secret values are left out. */
export function settingForm(settings: Settings): SettingShown[] {
  return [...settingGroups].flatMap(([group, rows]) =>
    Object.entries(rows).flatMap(([key, row]) => {
      if (!isKey(key)) return []
      const { secret = false, works = false } = row
      return [
        {
          key,
          group,
          description: { en: row.description, zh: settingsInChinese[key] },
          ...fieldOf(row),
          ...(secret ? {} : { value: settings[key] }),
          secret,
          editable: true,
          in_effect: works,
        },
      ]
    }),
  )
}
