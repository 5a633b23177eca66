import { z } from 'zod'
import { integer, time } from './scalars.js'

export const resourceList = z.object({ storage: integer.describe('Bytes; -1: no limit.') }).meta({ id: 'ResourceList' })

export const quota = z
  .object({
    id: integer,
    ref: z.object({ id: integer, name: z.string(), owner_name: z.string() }).meta({ id: 'QuotaRefObject' }),
    hard: resourceList,
    used: resourceList,
    creation_time: time,
    update_time: time,
  })
  .meta({ id: 'Quota' })

export const quotaUpdate = z.object({ hard: z.record(z.string().max(64), integer) }).meta({ id: 'QuotaUpdateReq' })
