import type { components } from '@berth/api-client'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, body } from '../api/client'

export type Setting = components['schemas']['Setting']
export type SettingValue = string | number | boolean

export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: () => body(api.GET('/settings')),
})

export function useSaveSettings() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (changed: Readonly<Record<string, SettingValue>>) => api.PUT('/configurations', { body: changed }),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: settingsQuery.queryKey }),
        queries.invalidateQueries({ queryKey: ['session', 'system-info'] }),
      ]),
  })
}
