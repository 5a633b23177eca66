import { z } from 'zod'
import { duration } from '../duration.js'
import { auth } from './auth.js'
import { health } from './health.js'
import { http } from './http.js'
import { log, logLevel } from './log.js'
import { notifications } from './notifications.js'
import { section, text } from './scalars.js'
import { storage } from './storage.js'

const redis = z.strictObject({
  addr: text().optional(),
  password: text().optional(),
  db: z.coerce.number().int().optional(),
  dialtimeout: duration().optional(),
  readtimeout: duration().optional(),
  writetimeout: duration().optional(),
  pool: z
    .strictObject({
      maxidle: z.coerce.number().int().optional(),
      maxactive: z.coerce.number().int().optional(),
      idletimeout: duration().optional(),
    })
    .optional(),
})

/** Distribution's configuration 0.1: what Berth honours, and what it takes without effect. */
export const configuration = z.strictObject({
  version: z.union([z.string(), z.number()]).refine((version) => String(version) === '0.1', 'must be 0.1'),
  log,
  loglevel: logLevel().optional(),
  storage,
  http,
  auth: auth.optional(),
  health,
  notifications,
  catalog: section({ maxentries: z.coerce.number().int().optional() }),
  redis: redis.optional(),
  compatibility: section({
    schema1: section({ enabled: z.boolean().default(false), signingkeyfile: text().optional() }),
  }),
  validation: section({ enabled: z.boolean().optional(), disabled: z.boolean().optional() }),
})

export type Configuration = z.output<typeof configuration>
export type Endpoint = Configuration['notifications']['endpoints'][number]
