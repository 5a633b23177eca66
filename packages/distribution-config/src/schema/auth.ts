import { z } from 'zod'
import { text } from './scalars.js'

const htpasswd = z.strictObject({ realm: text(), path: text() })

const token = z.strictObject({
  realm: text(),
  service: text(),
  issuer: text(),
  /** Path of a PEM file of certificates that sign tokens. */
  rootcertbundle: text(),
  /** The realm is `https://<host of the request>/auth/token`. */
  autoredirect: z.boolean().default(false),
})

export const auth = z
  .strictObject({ none: z.unknown().optional(), htpasswd: htpasswd.optional(), token: token.optional() })
  .superRefine((value, context) => {
    const given = Object.keys(value)
    if (given.length > 1)
      context.addIssue({ code: 'custom', message: `takes exactly one kind, not ${given.join(' and ')}` })
  })
