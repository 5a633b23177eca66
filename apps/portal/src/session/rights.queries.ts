import { queryOptions, useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { api, body } from '../api/client'

/** `resource:action`, as the server's table of rights names it; `self` is the project as such. */
export type Permission = `${string}:${string}`
export type Scope = 'system' | { project: string }

/** What the signed-in user may do in a scope. */
export const rightsQuery = (scope: Scope) =>
  queryOptions({
    queryKey: scope === 'system' ? ['rights', 'system'] : ['projects', 'rights', scope.project],
    staleTime: 60_000,
    queryFn: async (): Promise<Permission[]> => {
      const path = scope === 'system' ? '/system' : `/project/${scope.project}`
      const rights = await body(
        api.GET('/users/current/permissions', { params: { query: { scope: path, relative: 'true' } } }),
      )
      return rights.map(({ resource, action }): Permission => `${resource === '.' ? 'self' : resource}:${action}`)
    },
  })

export interface Rights {
  /** False as long as it is not known: the server decides in the end. */
  may: (permission: Permission) => boolean
  /** Whether the server has not said yet. */
  isWaiting: boolean
}

export function useRights(scope: Scope): Rights {
  const { data, isPending } = useQuery(rightsQuery(scope))
  const may = useCallback((permission: Permission) => data?.includes(permission) === true, [data])
  return { may, isWaiting: isPending }
}
