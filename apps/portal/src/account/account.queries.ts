import type { components } from '@berth/api-client'
import { useMutation } from '@tanstack/react-query'
import { api } from '../api/client'

export function useSignUp() {
  return useMutation({
    mutationFn: (user: components['schemas']['UserCreationReq']) => api.POST('/users', { body: user }),
  })
}
