import { fromDigits, wholeNumber } from '@berth/config'
import type { rest } from '@berth/contracts'
import { z } from 'zod'
import { listQuery } from '../../listing/list-query.js'

export const labelListQuery = listQuery.extend({
  name: z.string().max(255).default('').describe("Part of a label's name."),
  scope: z
    .string()
    .max(16)
    .default('')
    .describe('g: the global labels. p: those of the project that project_id names.'),
  project_id: fromDigits(wholeNumber()).optional(),
})
export type LabelListQuery = z.output<typeof labelListQuery>

export type LabelReference = z.output<typeof rest.labelReference>
export type LabelRow = z.output<typeof rest.label>
export type LabelCreation = z.output<typeof rest.labelCreation>
export type LabelUpdate = z.output<typeof rest.labelUpdate>
