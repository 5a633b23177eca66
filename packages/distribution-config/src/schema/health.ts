import { z } from 'zod'
import { duration } from '../duration.js'
import { address } from './address.js'
import { headers, section, text, wholeNumberOr } from './scalars.js'

const interval = duration().default(10_000)
const timeout = duration().default(3000)
/** Failures in a row before the registry counts as unhealthy. */
const threshold = wholeNumberOr(1)

export const health = section({
  storagedriver: section({ enabled: z.boolean().default(false), interval, threshold }),
  file: z.array(z.strictObject({ file: text(), interval, threshold })).default([]),
  http: z
    .array(
      z.strictObject({
        uri: z.url({ protocol: /^https?$/, error: 'must be a whole URL' }),
        headers: headers().default({}),
        statuscode: wholeNumberOr(200),
        timeout,
        interval,
        threshold,
      }),
    )
    .default([]),
  tcp: z.array(z.strictObject({ addr: address(), timeout, interval, threshold })).default([]),
})
