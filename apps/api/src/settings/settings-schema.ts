import { z } from 'zod'

/** Every setting with the value it has until someone changes it. Rows of other keys are left alone. */
export const settingsSchema = z.object({
  project_creation_restriction: z.enum(['everyone', 'adminonly']).default('everyone'),
  self_registration: z.boolean().default(true),
  /** Minutes. */
  token_expiration: z.int().default(30),
  /** Minutes without a request. */
  session_timeout: z.int().default(60),
  read_only: z.boolean().default(false),
  /** Bytes a new project may hold; -1: no limit. */
  storage_per_project: z.int().default(-1),
  banner_message: z.string().default(''),
})

export type Settings = z.output<typeof settingsSchema>
