import { z } from 'zod'
import { describeSetting, type SettingRow } from '../../settings/table/setting-row.js'
import { settingGroups, settingRows } from '../../settings/table/settings-table.js'

const described = [...settingGroups].flatMap(([group, rows]) =>
  Object.entries(rows).map(([key, row]) => {
    const about = { description: describeSetting(row), 'x-berth-group': group }
    return [key, row.schema.meta(about)] as const
  }),
)

/** What may be changed, with the values that are allowed. A form has one section for each `x-berth-group`. */
export const configurationsBody = z.object(Object.fromEntries(described)).partial().meta({ id: 'Configurations' })

export type Configurations = z.output<typeof configurationsBody>

const item = <Value extends z.ZodType>(value: Value) =>
  z.object({
    value,
    editable: z.boolean(),
    in_effect: z.literal(false).optional().describe('False: kept, but nothing in Berth asks for it yet.'),
  })
const items = {
  string: item(z.string()).meta({ id: 'StringConfigItem' }),
  boolean: item(z.boolean()).meta({ id: 'BoolConfigItem' }),
  number: item(z.int()).meta({ id: 'IntegerConfigItem' }),
}

const itemOf = ({ fallback }: SettingRow) => {
  if (typeof fallback === 'string') return items.string
  return typeof fallback === 'boolean' ? items.boolean : items.number
}

const shown = [...settingRows].flatMap(([key, row]) => (row.secret ? [] : [[key, itemOf(row)] as const]))

export const configurationsResponse = z
  .object({
    ...Object.fromEntries(shown),
    uaa_client_secret: items.string.describe('Always empty: Harbor names this secret among what it shows.'),
    scan_all_policy: z
      .object({ type: z.string(), parameter: z.object({}) })
      .describe('When everything is scanned: never, until there are scanners.'),
  })
  .meta({ id: 'ConfigurationsResponse' })
export type ConfigurationsView = z.output<typeof configurationsResponse>

/** Every setting alike, as services of Harbor read them. */
export const internalConfigurations = z
  .record(
    z.string(),
    z
      .object({ value: z.union([z.string(), z.boolean(), z.number()]), editable: z.boolean() })
      .meta({ id: 'InternalConfigurationValue' }),
  )
  .meta({ id: 'InternalConfigurationsResponse' })
export type InternalConfigurations = z.output<typeof internalConfigurations>
