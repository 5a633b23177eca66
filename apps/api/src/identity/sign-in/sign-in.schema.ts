import { z } from 'zod'

export const loginForm = z.object({
  principal: z.string().min(1).max(255),
  password: z.string().max(1024),
  code: z.string().max(64).default(''),
})
export type LoginForm = z.output<typeof loginForm>

export const userExistsForm = z.object({ target: z.enum(['username', 'email']), value: z.string().min(1).max(255) })
export type UserExistsForm = z.output<typeof userExistsForm>
