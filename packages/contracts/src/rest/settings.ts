import { z } from 'zod'

/** A setting with what a form has to know of it. */
export const setting = z
  .object({
    key: z.string(),
    group: z.string(),
    description: z.object({ en: z.string(), zh: z.string() }),
    kind: z.enum(['text', 'number', 'flag', 'choice']),
    value: z.union([z.string(), z.number(), z.boolean()]).optional().describe('Absent: it is secret.'),
    secret: z.boolean(),
    editable: z.boolean(),
    in_effect: z.boolean().describe('False: kept, but nothing in Berth asks for it yet.'),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    max_length: z.number().optional(),
    choices: z.array(z.string()).optional(),
  })
  .meta({ id: 'Setting' })

export const settings = z.array(setting).meta({ id: 'Settings' })
