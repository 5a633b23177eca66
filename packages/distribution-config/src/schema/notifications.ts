import { z } from 'zod'
import { duration } from '../duration.js'
import { headers, section, text, wholeNumberOr } from './scalars.js'

const action = z.enum(['pull', 'push', 'mount', 'delete'])

const wholeUrl = z.url({ protocol: /^https?$/ })

const endpoint = z
  .strictObject({
    name: text(),
    disabled: z.boolean().default(false),
    /** Of one that is disabled, whatever stands there. */
    url: text().default(''),
    headers: headers().default({}),
    timeout: duration().default(1000),
    /** Failures in a row before the next attempt waits for `backoff`. */
    threshold: wholeNumberOr(10),
    backoff: duration().default(1000),
    ignoredmediatypes: z.array(text()).default([]),
    ignore: section({ mediatypes: z.array(text()).default([]), actions: z.array(action).default([]) }),
  })
  .refine(({ disabled, url }) => disabled || wholeUrl.safeParse(url).success, {
    path: ['url'],
    error: 'must be a whole URL, such as https://listener.example.org/events',
  })

export const notifications = section({
  events: section({ includereferences: z.boolean().default(false) }),
  endpoints: z.array(endpoint).default([]),
})
