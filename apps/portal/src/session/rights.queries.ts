import { queryOptions, useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { ApiError } from '../api/api-error'
import { api, body } from '../api/client'
import { currentUserQuery } from './session.queries'

/** `resource:action`, as the server's table of rights names it; `self` is the project as such. */
export type Permission = `${string}:${string}`
/** In a repository one may hold what one does not hold in all of its project. */
export type Scope = 'system' | { project: string; repository?: string | undefined }

function pathOf(scope: Scope): string {
  if (scope === 'system') return '/system'
  const { project, repository } = scope
  return repository === undefined ? `/project/${project}` : `/project/${project}/repository/${repository}`
}

/** What the reader may do in a scope. Whoever is not signed in reads what is public, and may change nothing. */
export const rightsQuery = (scope: Scope) =>
  queryOptions({
    queryKey: scope === 'system' ? ['rights', 'system'] : ['projects', 'rights', scope.project, scope.repository],
    staleTime: 60_000,
    queryFn: async ({ client }): Promise<Permission[]> => {
      const path = pathOf(scope)
      const rights = await body(
        api.GET('/users/current/permissions', { params: { query: { scope: path, relative: 'true' } } }),
      ).catch((error: unknown) => {
        const isKnown = Boolean(client.getQueryData(currentUserQuery.queryKey))
        if (error instanceof ApiError && error.status === 401 && !isKnown) return []
        throw error
      })
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
