import { expect, it } from 'vitest'
import { z } from 'zod'
import { settingGroups, settingRows } from '../../settings/table/settings-table.js'
import { configurationsBody } from './configurations.schema.js'

it('says of each setting which section of a form it belongs to', () => {
  const { $defs: { Configurations: { properties = {} } = {} } = {} } = z.toJSONSchema(
    z.object({ body: configurationsBody }),
  )
  expect(Object.keys(properties)).toEqual([...settingRows.keys()])
  for (const [group, rows] of settingGroups) {
    for (const key of Object.keys(rows)) expect(properties[key]).toMatchObject({ 'x-berth-group': group })
  }
})
