import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ApiError } from '../api/api-error'
import { api, body, getSignOut, postOnboarding, postSignIn } from '../api/client'

export interface SignedInUser {
  id: number
  username: string
  email: string
  realname: string
  comment: string
  sysadmin: boolean
  /** The built-in administrator still has the password that the documents name; told to administrators. */
  defaultPassword: boolean
}

/** The user of this browser's session, or null when nobody is signed in. */
export const currentUserQuery = queryOptions({
  queryKey: ['session', 'user'],
  staleTime: 60_000,
  queryFn: async (): Promise<SignedInUser | null> => {
    try {
      const user = await body(api.GET('/users/current'))
      return {
        id: user.user_id,
        username: user.username,
        email: user.email ?? '',
        realname: user.realname ?? '',
        comment: user.comment ?? '',
        sysadmin: user.sysadmin_flag || user.admin_role_in_auth,
        defaultPassword: user.default_password === true,
      }
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) return null
      throw error
    }
  },
})

/** The reader; without a name where nobody is signed in. */
export function useSignedInUser(): SignedInUser {
  const { data } = useQuery(currentUserQuery)
  return data ?? { id: 0, username: '', email: '', realname: '', comment: '', sysadmin: false, defaultPassword: false }
}

export const systemInfoQuery = queryOptions({
  queryKey: ['session', 'system-info'],
  staleTime: 60_000,
  queryFn: async () => body(api.GET('/systeminfo')),
})

/** Host and port that clients name in `docker login`: what the server says of itself, else where the page came from. */
export function useRegistryHost(): string {
  const { data } = useQuery(systemInfoQuery)
  return data?.registry_url || window.location.host
}

/** Everything known so far belonged to someone else, or to nobody. */
function useBeginAnew() {
  const queries = useQueryClient()
  return () => {
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
    queries.removeQueries({ queryKey: currentUserQuery.queryKey })
    // Visitors are told less of the system.
    void queries.invalidateQueries({ queryKey: systemInfoQuery.queryKey })
  }
}

export function useSignIn() {
  return useMutation({
    mutationFn: postSignIn,
    onSuccess: useBeginAnew(),
  })
}

/** Whom the provider knows, and who has no account yet, gets one with this name. */
export function useOnboard() {
  return useMutation({ mutationFn: postOnboarding, onSuccess: useBeginAnew() })
}

export function useSignOut() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => getSignOut(),
    onSuccess: () => {
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
      queries.setQueryData(currentUserQuery.queryKey, null)
    },
  })
}
