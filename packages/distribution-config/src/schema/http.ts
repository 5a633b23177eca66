import { z } from 'zod'
import { duration } from '../duration.js'
import { address, parseAddress } from './address.js'
import { headers, section, text } from './scalars.js'
import { tls } from './tls.js'

const prefix = text().pipe(z.string().regex(/^\/(?:.*\/)?$/, 'needs a slash at both ends, such as /registry/'))

const host = text().pipe(
  z.url({ protocol: /^https?$/, error: 'must be a whole URL, such as https://registry.example.org' }),
)

export const http = section({
  net: z.enum(['tcp', 'unix']).default('tcp'),
  /** `host:port`, or the path of a socket where `net` is `unix`. */
  addr: text().default(':5000'),
  host: host.optional(),
  prefix: prefix.default('/'),
  secret: text().optional(),
  relativeurls: z.boolean().default(false),
  draintimeout: duration().default(0),
  tls: tls.optional(),
  headers: headers().default({}),
  debug: z
    .strictObject({
      addr: address().optional(),
      prometheus: section({
        enabled: z.boolean().default(false),
        path: text().pipe(z.string().startsWith('/', 'must start with a slash')).default('/metrics'),
      }),
    })
    .optional(),
}).superRefine((value, context) => {
  if (value.net === 'tcp' && parseAddress(value.addr) === undefined)
    context.addIssue({
      code: 'custom',
      path: ['addr'],
      message: `"${value.addr}" is not an address such as :5000 or 127.0.0.1:5000`,
    })
})
