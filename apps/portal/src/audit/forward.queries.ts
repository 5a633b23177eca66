import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, body } from '../api/client'

export interface Forward {
  endpoint: string
  /** Entries are forwarded and kept nowhere here. */
  isOnly: boolean
  /** Kinds of entries that are none. */
  leftOut: string[]
}

const names = (text: string) =>
  text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')

export const forwardQuery = queryOptions({
  queryKey: ['audit', 'forward'],
  queryFn: async (): Promise<Forward> => {
    const settings = await body(api.GET('/configurations'))
    return {
      endpoint: settings.audit_log_forward_endpoint.value,
      isOnly: settings.skip_audit_log_database.value,
      leftOut: names(settings.disabled_audit_log_event_types.value),
    }
  },
})

export function useSetForward() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ endpoint, isOnly, leftOut }: Forward) =>
      api.PUT('/configurations', {
        body: {
          audit_log_forward_endpoint: endpoint,
          skip_audit_log_database: isOnly,
          disabled_audit_log_event_types: leftOut.join(','),
        },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: forwardQuery.queryKey }),
  })
}

export function usePingForward() {
  return useMutation({
    mutationFn: (endpoint: string) =>
      api.POST('/system/auditlog-forward/ping', { body: { audit_log_forward_endpoint: endpoint } }),
  })
}
