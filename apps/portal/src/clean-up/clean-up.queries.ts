import type { components } from '@berth/api-client'
import { useMutation } from '@tanstack/react-query'
import { api, body, page } from '../api/client'
import { listQuery } from '../lists/list-state'
import { parametersOf } from '../runs/run'
import { defaultRunSort, type Job, useRefreshedRuns } from '../runs/runs.queries'
import { readSchedule, type Schedule } from '../runs/schedule'
import { type CleanUpRun, readCleanUpRun } from './clean-up-run'

export interface Plan extends Schedule {
  deletesUntagged: boolean
  /** Only the API sets it; it stays as it is. */
  purgesDeleted: boolean
}

/** Without a schedule there is no body. */
function readPlan(found: components['schemas']['ExecutionSchedule'] | undefined): Plan {
  const { schedule, job_parameters: text } = found ?? { schedule: { type: 'None' as const }, job_parameters: '{}' }
  const parameters = parametersOf(text)
  return {
    ...readSchedule(schedule),
    deletesUntagged: parameters.get('delete_untagged') === true,
    purgesDeleted: parameters.get('purge_deleted') === true,
  }
}

/** Garbage collection, as Harbor's API calls it. */
export const cleanUp: Job<CleanUpRun, Plan> = {
  key: 'clean-up',
  list: async (search) => {
    const { items, total } = await page(api.GET('/system/gc', { params: { query: listQuery(search, defaultRunSort) } }))
    return { items: items.map(readCleanUpRun), total }
  },
  get: async (id) => readCleanUpRun(await body(api.GET('/system/gc/{gc_id}', { params: { path: { gc_id: id } } }))),
  stop: (id) => api.PUT('/system/gc/{gc_id}', { params: { path: { gc_id: id } } }),
  log: async (id) => {
    const { data } = await api.GET('/system/gc/{gc_id}/log', { params: { path: { gc_id: id } }, parseAs: 'text' })
    return data ?? ''
  },
  logPath: (id) => `/api/v2.0/system/gc/${id}/log`,
  schedule: async () => readPlan((await api.GET('/system/gc/schedule')).data),
}

export interface RunOptions {
  dryRun: boolean
  deletesUntagged: boolean
  purgesDeleted: boolean
}

const toParameters = ({ dryRun, deletesUntagged, purgesDeleted }: RunOptions) => ({
  dry_run: dryRun,
  delete_untagged: deletesUntagged,
  purge_deleted: purgesDeleted,
  delete_tag: false,
  workers: 1,
})

/** Resolves to the id of the run. */
export function useStartRun() {
  return useMutation({
    mutationFn: async (options: RunOptions) => {
      const { response } = await api.POST('/system/gc/schedule', {
        body: { schedule: { type: 'Manual' }, parameters: toParameters(options) },
      })
      return Number(response.headers.get('location')?.split('/').at(-1))
    },
    onSuccess: useRefreshedRuns(cleanUp),
  })
}

export function useSetPlan() {
  return useMutation({
    mutationFn: ({ type, cron, deletesUntagged, purgesDeleted }: Omit<Plan, 'nextRun'>) =>
      api.PUT('/system/gc/schedule', {
        body: { schedule: { type, cron }, parameters: toParameters({ dryRun: false, deletesUntagged, purgesDeleted }) },
      }),
    onSuccess: useRefreshedRuns(cleanUp),
  })
}
