import { z } from 'zod'

export const loginQuery = z.object({ redirect_url: z.string().optional() })
export type LoginQuery = z.output<typeof loginQuery>

export const onboardForm = z.object({ username: z.string().max(255) })
export type OnboardForm = z.output<typeof onboardForm>
