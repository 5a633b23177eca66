import type { components } from '@berth/api-client'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, body } from '../api/client'

type Schemas = components['schemas']

/** What robots may be given. */
export const givableQuery = queryOptions({
  queryKey: ['permissions'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: () => body(api.GET('/permissions')),
})

function useRefreshed() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['robots'] })
}

export function useCreateRobot() {
  return useMutation({
    mutationFn: (robot: Schemas['RobotCreate']) => body(api.POST('/robots', { body: robot })),
    onSuccess: useRefreshed(),
  })
}

export function useUpdateRobot() {
  return useMutation({
    mutationFn: ({ id, ...change }: { id: number } & Schemas['RobotUpdate']) =>
      api.PUT('/robots/{robot_id}', { params: { path: { robot_id: id } }, body: change }),
    onSuccess: useRefreshed(),
  })
}

export function useRefreshSecret() {
  return useMutation({
    mutationFn: ({ id, ...change }: { id: number; overlap: number; secret: string }) =>
      body(api.PATCH('/robots/{robot_id}', { params: { path: { robot_id: id } }, body: change })),
    onSuccess: useRefreshed(),
  })
}

export function useDeleteRobot() {
  return useMutation({
    mutationFn: (id: number) => api.DELETE('/robots/{robot_id}', { params: { path: { robot_id: id } } }),
    onSuccess: useRefreshed(),
  })
}
