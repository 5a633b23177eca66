import { z } from 'zod'
import { text } from './scalars.js'

const signingAlgorithms = ['RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'PS512'] as const

const htpasswd = z.strictObject({ realm: text(), path: text() })

const token = z.strictObject({
  realm: text(),
  service: text(),
  issuer: text(),
  /** Path of a PEM file of certificates that sign tokens. */
  rootcertbundle: text(),
  /** The realm is `https://<host of the request>` and this path. */
  autoredirect: z.boolean().default(false),
  autoredirectpath: text().pipe(z.string().startsWith('/', 'must start with a slash')).default('/auth/token'),
  signingalgorithms: z
    .array(z.enum(signingAlgorithms))
    .min(1)
    .default([...signingAlgorithms]),
})

export const auth = z
  .strictObject({ none: z.unknown().optional(), htpasswd: htpasswd.optional(), token: token.optional() })
  .superRefine((value, context) => {
    const given = Object.keys(value)
    if (given.length > 1)
      context.addIssue({ code: 'custom', message: `takes exactly one kind, not ${given.join(' and ')}` })
  })
