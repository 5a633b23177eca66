import { z } from 'zod'

export const errorBody = z
  .object({
    errors: z.array(
      z
        .object({
          code: z.string().describe("Harbor's code, such as NOT_FOUND."),
          message: z.string().describe('In the language that Accept-Language asks for: English or Chinese.'),
          next: z.string().optional().describe('What the reader can do about it, in the same language.'),
          reason: z.string().optional().describe("Berth's finer reason, such as PROJECT_NOT_FOUND."),
          lacks: z
            .array(z.string())
            .optional()
            .describe(
              'The permissions without which it is refused, such as tag:delete. The message says them in words.',
            ),
        })
        .meta({ id: 'Error' }),
    ),
  })
  .meta({ id: 'Errors' })
