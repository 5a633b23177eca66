import { z } from 'zod'
import { auth } from './auth.js'
import { health } from './health.js'
import { http } from './http.js'
import { log, logLevel } from './log.js'
import { notifications } from './notifications.js'
import { section } from './scalars.js'
import { storage } from './storage.js'

/** Distribution's configuration 0.1: what Berth honours. What has no effect is taken away before. */
export const configuration = z.strictObject({
  version: z.union([z.string(), z.number()]).refine((version) => String(version) === '0.1', 'must be 0.1'),
  log,
  loglevel: logLevel().optional(),
  storage,
  http,
  auth: auth.optional(),
  health,
  notifications,
  catalog: section({}),
  compatibility: section({ schema1: section({}) }),
  validation: section({ manifests: section({}) }),
})

export type Configuration = z.output<typeof configuration>
export type Endpoint = Configuration['notifications']['endpoints'][number]
