import type { components } from '@berth/api-client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, body } from '../api/client'

export type FactorProof = components['schemas']['SecondFactorProof']

/** A change of the second factor ends sessions, too. */
function useRefreshed() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['account'] })
}

export function useOfferSecondFactor() {
  return useMutation({
    mutationFn: (password: string) => body(api.POST('/users/current/second_factor', { body: { password } })),
  })
}

export function useEnableSecondFactor() {
  return useMutation({
    mutationFn: (code: string) => body(api.POST('/users/current/second_factor/enable', { body: { code } })),
    onSuccess: useRefreshed(),
  })
}

export function useDisableSecondFactor() {
  return useMutation({
    mutationFn: (proof: FactorProof) => api.POST('/users/current/second_factor/disable', { body: proof }),
    onSuccess: useRefreshed(),
  })
}

export function useRenewRecoveryCodes() {
  return useMutation({
    mutationFn: (proof: FactorProof) => body(api.POST('/users/current/second_factor/recovery_codes', { body: proof })),
    onSuccess: useRefreshed(),
  })
}

export function useEndSession() {
  return useMutation({
    mutationFn: (id: string) =>
      api.DELETE('/users/current/sessions/{session_id}', { params: { path: { session_id: id } } }),
    onSettled: useRefreshed(),
  })
}

export function useEndOtherSessions() {
  return useMutation({
    mutationFn: () => api.DELETE('/users/current/sessions'),
    onSettled: useRefreshed(),
  })
}
