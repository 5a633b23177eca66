import { z } from 'zod'

export const icon = z
  .object({
    'content-type': z.string(),
    content: z.string().describe('In base64.'),
  })
  .meta({ id: 'Icon' })
