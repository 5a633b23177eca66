import { z } from 'zod'
import { cipherSuite } from './cipher-suites.js'
import { text } from './scalars.js'

const versions = { 'tls1.0': 'TLSv1', 'tls1.1': 'TLSv1.1', 'tls1.2': 'TLSv1.2', 'tls1.3': 'TLSv1.3' } as const

export const tls = z
  .strictObject({
    certificate: text().optional(),
    key: text().optional(),
    clientcas: z.array(text()).default([]),
    /** What `clientcas` means without it, too. */
    clientauth: z
      .literal('require-and-verify-client-cert', 'must be require-and-verify-client-cert: no other way is kept here')
      .optional(),
    minimumtls: z
      .enum(['tls1.0', 'tls1.1', 'tls1.2', 'tls1.3'])
      .default('tls1.2')
      .transform((name) => versions[name]),
    /** OpenSSL's names, of suites written as IANA registers them. */
    ciphersuites: z.array(cipherSuite()).default([]),
  })
  .superRefine((value, context) => {
    for (const [have, lack] of [
      ['certificate', 'key'],
      ['key', 'certificate'],
    ] as const)
      if (value[have] !== undefined && value[lack] === undefined)
        context.addIssue({ code: 'custom', path: [lack], message: `is required beside http.tls.${have}` })
  })
