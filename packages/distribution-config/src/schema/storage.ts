import { z } from 'zod'
import { duration } from '../duration.js'
import { section, text } from './scalars.js'

const cache = z.enum(['inmemory', 'redis'])
const hours = 3_600_000

export const storage = z.strictObject({
  filesystem: section({
    rootdirectory: text().pipe(z.string().startsWith('/', 'must be an absolute path')).default('/var/lib/registry'),
  }),
  delete: section({ enabled: z.boolean().default(false) }),
  cache: section({ blobdescriptor: cache.optional(), layerinfo: cache.optional() }),
  maintenance: section({
    uploadpurging: section({
      enabled: z.boolean().default(true),
      age: duration().default(168 * hours),
      interval: duration().default(24 * hours),
      dryrun: z.boolean().default(false),
    }),
    readonly: section({ enabled: z.boolean().default(false) }),
  }),
})
