import type { components } from '@berth/api-client'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, body, page, type Page } from '../api/client'
import { unlessLive } from '../api/live'
import { listQuery, type ListSearch } from '../lists/list-state'
import type { Run } from '../runs/run'
import { defaultRunSort, type Job } from '../runs/runs.queries'
import type { JobsSearch } from './jobs.search'

type JobRun = components['schemas']['JobRun']
export type JobQueue = components['schemas']['JobQueue']
export type Worker = components['schemas']['Worker']
export type ScheduleTask = components['schemas']['ScheduleTask']

const KEY = 'jobs'
/** Of a run that is under way nobody tells how far it is. */
const WATCH_MS = 5000
const watch = (works: boolean | undefined) => (works === true ? WATCH_MS : unlessLive(WATCH_MS))

/** A run of any job. */
export interface AnyRun extends Run {
  type: string
  /** A repository, or where an import brings from. */
  about: string | null
  startedBy: string | null
  counts: JobRun['counts']
  error: string | null
}

const statuses = {
  pending: 'Pending',
  running: 'Running',
  success: 'Success',
  error: 'Error',
  stopped: 'Stopped',
} as const
const kinds = { manual: 'MANUAL', schedule: 'SCHEDULE', event: 'EVENT' } as const

function readJobRun(run: JobRun): AnyRun {
  return {
    id: run.id,
    status: statuses[run.status],
    kind: kinds[run.trigger],
    isOpen: run.status === 'pending' || run.status === 'running',
    startedAt: run.creation_time,
    endedAt: run.end_time ?? run.creation_time,
    type: run.job_type,
    about: run.about,
    startedBy: run.started_by,
    counts: run.counts,
    error: run.error,
  }
}

const at = (id: number) => ({ params: { path: { job_id: id } } })

/** Runs of every job, or the tasks of one run. */
export function jobRuns({ of, status }: Pick<JobsSearch, 'of' | 'status'>): Omit<Job<AnyRun>, 'schedule'> {
  return {
    key: [KEY, of, status].join(' '),
    list: async (search) => {
      const asked = listQuery(search, defaultRunSort)
      // Numbers are in the order in which runs were asked for.
      const query = {
        ...asked,
        sort: asked.sort.replace('creation_time', 'id'),
        ...(status === undefined ? {} : { q: `status=${status}` }),
      }
      const { items, total } = await page(
        of === undefined
          ? api.GET('/jobservice/jobs', { params: { query } })
          : api.GET('/jobservice/jobs/{job_id}/tasks', { params: { ...at(of).params, query } }),
      )
      return { items: items.map(readJobRun), total }
    },
    get: async (id) => readJobRun(await body(api.GET('/jobservice/jobs/{job_id}', at(id)))),
    stop: (id) => api.PUT('/jobservice/jobs/{job_id}', at(id)),
    log: async (id) => {
      const { data } = await api.GET('/jobservice/jobs/{job_id}/log', { ...at(id), parseAs: 'text' })
      return data ?? ''
    },
    logPath: (id) => `/api/v2.0/jobservice/jobs/${id}/log`,
  }
}

/** A list that comes as a whole. */
const whole = <Row>(items: Row[]): Page<Row> => ({ items, total: items.length })

export const queuesQuery = queryOptions({
  queryKey: [KEY, 'queues'],
  queryFn: async () => whole(await body(api.GET('/jobservice/queues'))),
  refetchInterval: ({ state }) => watch(state.data?.items.some(({ count, running }) => count + running > 0)),
})

export const workersQuery = queryOptions({
  queryKey: [KEY, 'workers'],
  queryFn: async () =>
    whole(await body(api.GET('/jobservice/pools/{pool_id}/workers', { params: { path: { pool_id: 'all' } } }))),
  refetchInterval: ({ state }) => watch(state.data?.items.some(({ job_id: id }) => id !== undefined)),
})

export const schedulesQuery = (search: ListSearch) =>
  queryOptions({
    queryKey: [KEY, 'schedules', search],
    placeholderData: keepPreviousData,
    queryFn: () => page(api.GET('/schedules', { params: { query: listQuery(search, 'vendor_type') } })),
  })

type Action = components['schemas']['ActionRequest']['action']

export function useQueueAction() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ queue, action }: { queue: string; action: Action }) =>
      api.PUT('/jobservice/queues/{job_type}', { params: { path: { job_type: queue } }, body: { action } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY] }),
  })
}

export function useStopAll() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => api.PUT('/jobservice/jobs/{job_id}', { params: { path: { job_id: 'all' } } }),
    onSuccess: () => queries.invalidateQueries(),
  })
}
