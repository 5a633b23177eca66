import type { components } from '@berth/api-client'
import { queryOptions, useMutation } from '@tanstack/react-query'
import { api, signInFailure } from '../api/client'

/** An error as what is known, not as what failed: the page is about it. */
export const signInFailureQuery = queryOptions({ queryKey: ['sign-in-failure'], queryFn: signInFailure })

export function useSignUp() {
  return useMutation({
    mutationFn: (user: components['schemas']['UserCreationReq']) => api.POST('/users', { body: user }),
  })
}
