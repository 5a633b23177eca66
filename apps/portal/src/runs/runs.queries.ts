import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Page } from '../api/client'
import type { ListSearch } from '../lists/list-state'
import type { Run } from './run'
import type { Schedule } from './schedule'

export const defaultRunSort = '-creation_time'
const WATCH_MS = 2000

/** How the runs and the schedule of one job are reached. */
export interface Job<R extends Run = Run, S extends Schedule = Schedule> {
  /** Tells its queries from those of other jobs. */
  key: string
  list: (search: ListSearch) => Promise<Page<R>>
  get: (id: number) => Promise<R>
  stop: (id: number) => Promise<unknown>
  log: (id: number) => Promise<string>
  /** Where a browser finds the log. */
  logPath: (id: number) => string
  schedule: () => Promise<S>
}

export const runsQuery = <R extends Run>(job: Pick<Job<R>, 'key' | 'list'>, search: ListSearch) =>
  queryOptions({
    queryKey: [job.key, 'runs', search],
    placeholderData: keepPreviousData,
    queryFn: () => job.list(search),
    refetchInterval: ({ state }) => (state.data?.items.some((run) => run.isOpen) === true ? WATCH_MS : false),
  })

export const runQuery = <R extends Run>(job: Pick<Job<R>, 'key' | 'get'>, id: number) =>
  queryOptions({
    queryKey: [job.key, 'run', id],
    queryFn: () => job.get(id),
    refetchInterval: ({ state }) => (state.data?.isOpen === false ? false : WATCH_MS),
  })

/** @param grows whether more is to come */
export const runLogQuery = (job: Pick<Job, 'key' | 'log'>, id: number, grows: boolean) =>
  queryOptions({
    queryKey: [job.key, 'log', id, grows],
    placeholderData: keepPreviousData,
    queryFn: () => job.log(id),
    refetchInterval: grows ? WATCH_MS : false,
  })

export const scheduleQuery = <S extends Schedule>(job: Pick<Job<Run, S>, 'key' | 'schedule'>) =>
  queryOptions({ queryKey: [job.key, 'schedule'], queryFn: () => job.schedule() })

/** For what changes a job's runs or its schedule. */
export function useRefreshedRuns({ key }: Pick<Job, 'key'>): () => Promise<void> {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: [key] })
}

export function useStopRun(job: Pick<Job, 'key' | 'stop'>) {
  return useMutation({ mutationFn: (id: number) => job.stop(id), onSuccess: useRefreshedRuns(job) })
}
