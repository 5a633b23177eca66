import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, body, page } from '../api/client'
import { listQuery, type ListSearch } from '../lists/list-state'
import { type Plan, readPlan } from './plan'
import { readRun } from './run'

export const defaultRunSort = '-creation_time'
const WATCH_MS = 2000

export const runsQuery = (search: ListSearch) =>
  queryOptions({
    queryKey: ['clean-up', 'runs', search],
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const { items, total } = await page(
        api.GET('/system/gc', { params: { query: listQuery(search, defaultRunSort) } }),
      )
      return { items: items.map(readRun), total }
    },
    refetchInterval: ({ state }) => (state.data?.items.some((run) => run.isOpen) === true ? WATCH_MS : false),
  })

export const runQuery = (id: number) =>
  queryOptions({
    queryKey: ['clean-up', 'run', id],
    queryFn: async () => readRun(await body(api.GET('/system/gc/{gc_id}', { params: { path: { gc_id: id } } }))),
    refetchInterval: ({ state }) => (state.data?.isOpen === false ? false : WATCH_MS),
  })

/** @param grows whether more is to come */
export const runLogQuery = (id: number, grows: boolean) =>
  queryOptions({
    queryKey: ['clean-up', 'log', id, grows],
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const { data } = await api.GET('/system/gc/{gc_id}/log', { params: { path: { gc_id: id } }, parseAs: 'text' })
      return data ?? ''
    },
    refetchInterval: grows ? WATCH_MS : false,
  })

export const planQuery = queryOptions({
  queryKey: ['clean-up', 'plan'],
  queryFn: async () => readPlan(await body(api.GET('/system/gc/schedule'))),
})

function useRefreshed() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['clean-up'] })
}

export interface RunOptions {
  dryRun: boolean
  deletesUntagged: boolean
}

const toParameters = ({ dryRun, deletesUntagged }: RunOptions) => ({
  dry_run: dryRun,
  delete_untagged: deletesUntagged,
  delete_tag: false,
  workers: 1,
})

/** Resolves to the id of the run. */
export function useStartRun() {
  return useMutation({
    mutationFn: async ({ dryRun, deletesUntagged }: RunOptions) => {
      const { response } = await api.POST('/system/gc/schedule', {
        body: {
          schedule: { type: 'Manual' },
          parameters: toParameters({ dryRun, deletesUntagged }),
        },
      })
      return Number(response.headers.get('location')?.split('/').at(-1))
    },
    onSuccess: useRefreshed(),
  })
}

export function useStopRun() {
  return useMutation({
    mutationFn: (id: number) => api.PUT('/system/gc/{gc_id}', { params: { path: { gc_id: id } } }),
    onSuccess: useRefreshed(),
  })
}

export function useSetPlan() {
  return useMutation({
    mutationFn: ({ type, cron, deletesUntagged }: Pick<Plan, 'type' | 'cron' | 'deletesUntagged'>) =>
      api.PUT('/system/gc/schedule', {
        body: {
          schedule: { type, cron },
          parameters: toParameters({ dryRun: false, deletesUntagged }),
        },
      }),
    onSuccess: useRefreshed(),
  })
}
