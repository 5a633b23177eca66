import type { rest } from '@berth/contracts'
import { z } from 'zod'
import { listQuery } from '../../listing/list-query.js'

export const quotaListQuery = listQuery.extend({
  reference: z.string().max(255).default('').describe('What the quota is of: "project" alone.'),
  reference_id: z.string().max(255).default('').describe('Id of the project.'),
})
export type QuotaListQuery = z.output<typeof quotaListQuery>

export type QuotaRow = z.output<typeof rest.quota>
export type QuotaUpdate = z.output<typeof rest.quotaUpdate>
