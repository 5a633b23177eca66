import { z } from 'zod'
import { section, text } from './scalars.js'

export const logLevel = () =>
  text().pipe(
    z
      .string()
      .toLowerCase()
      .pipe(z.enum(['error', 'warn', 'info', 'debug'])),
  )

export const log = section({
  level: logLevel().optional(),
  formatter: z.enum(['text', 'json', 'logstash']).default('text'),
  /** Added to every line. */
  fields: z.record(z.string(), z.unknown()).default({}),
  accesslog: section({ disabled: z.boolean().default(false) }),
})
