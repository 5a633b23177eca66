import { readRunsSearch, type RunsSearch } from '../runs/runs.search'

export const jobViews = ['queues', 'runs', 'schedules', 'workers'] as const
export const runStatuses = ['pending', 'running', 'success', 'error', 'stopped'] as const

export interface JobsSearch extends RunsSearch {
  /** What is shown; absent: the queues. */
  view?: (typeof jobViews)[number] | undefined
  status?: (typeof runStatuses)[number] | undefined
  /** The run whose tasks are listed. */
  of?: number | undefined
}

export function readJobsSearch(raw: Record<string, unknown>): JobsSearch {
  const of = Number(raw['of'])
  return {
    ...readRunsSearch(raw),
    view: jobViews.find((view) => view === raw['view'] && view !== 'queues'),
    status: runStatuses.find((status) => status === raw['status']),
    of: Number.isSafeInteger(of) && of > 0 ? of : undefined,
  }
}
