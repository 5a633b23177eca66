import type { components } from '@berth/api-client'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, body, page } from '../api/client'
import { listQuery, type ListSearch } from '../lists/list-state'
import type { Logged } from '../runs/run-log-drawer'
import type { Run } from '../runs/run'
import type { Job } from '../runs/runs.queries'
import { KEY } from './replications.queries'

type Execution = components['schemas']['ReplicationExecution']
type Task = components['schemas']['ReplicationTask']

export interface RuleRun extends Run {
  total: number
  succeed: number
  failed: number
  stopped: number
  error: string
}

const runStatuses = { InProgress: 'Running', Succeed: 'Success', Failed: 'Error', Stopped: 'Stopped' } as const
const kinds = { manual: 'MANUAL', scheduled: 'SCHEDULE', event_based: 'EVENT' } as const

export const readRun = (execution: Execution): RuleRun => ({
  id: execution.id,
  status: runStatuses[execution.status],
  kind: kinds[execution.trigger],
  isOpen: execution.status === 'InProgress',
  startedAt: execution.start_time,
  endedAt: execution.end_time,
  total: execution.total,
  succeed: execution.succeed,
  failed: execution.failed,
  stopped: execution.stopped,
  error: execution.status_text,
})

/** Runs of a rule. */
export const runsOf = (rule: number): Pick<Job<RuleRun>, 'key' | 'list' | 'get' | 'stop'> => ({
  key: `${KEY} ${rule}`,
  list: async (search) => {
    const asked = listQuery(search, '-creation_time')
    // Numbers are in the order in which runs were asked for.
    const query = { ...asked, sort: asked.sort.replace('creation_time', 'id'), policy_id: rule }
    const { items, total } = await page(api.GET('/replication/executions', { params: { query } }))
    return { items: items.map(readRun), total }
  },
  get: async (id) => readRun(await body(api.GET('/replication/executions/{id}', { params: { path: { id } } }))),
  stop: (id) => api.PUT('/replication/executions/{id}', { params: { path: { id } } }),
})

export interface RuleTask extends Run {
  isDeletion: boolean
  source: string
  destination: string
  error: string
}

const taskStatuses = { ...runStatuses, Pending: 'Pending', InProgress: 'Running' } as const

const readTask = (task: Task): RuleTask => ({
  id: task.id,
  status: taskStatuses[task.status],
  kind: 'MANUAL',
  isOpen: task.status === 'Pending' || task.status === 'InProgress',
  startedAt: task.start_time,
  endedAt: task.end_time,
  isDeletion: task.operation === 'deletion',
  source: task.src_resource ?? '',
  destination: task.dst_resource ?? '',
  error: task.status_text,
})

const WATCH_MS = 2_000

/** What a run copies, one artifact a row. @param status those alone that stand so, in the server's words */
export const tasksQuery = (rule: number, run: Pick<RuleRun, 'id' | 'isOpen'>, status: string, search: ListSearch) =>
  queryOptions({
    queryKey: [runsOf(rule).key, 'tasks', run.id, status, search, run.isOpen],
    placeholderData: keepPreviousData,
    refetchInterval: run.isOpen ? WATCH_MS : false,
    queryFn: async () => {
      const query = { ...listQuery(search, 'id'), ...(status === 'all' ? {} : { status }) }
      const { items, total } = await page(
        api.GET('/replication/executions/{id}/tasks', { params: { path: { id: run.id }, query } }),
      )
      return { items: items.map(readTask), total }
    },
  })

/** Tasks of a run, and the run itself, as what has a log. */
export function logsOf(rule: number, run: number): Logged {
  const path = (task: number) => ({ id: run, task_id: task })
  return {
    key: `${runsOf(rule).key} ${run}`,
    get: async (id) => {
      if (id === run) return runsOf(rule).get(id)
      const { items } = await page(
        api.GET('/replication/executions/{id}/tasks', { params: { path: { id: run }, query: { q: `id=${id}` } } }),
      )
      const [found] = items
      if (found === undefined) throw new Error(`task ${id}`)
      return readTask(found)
    },
    log: async (id) => {
      const { data } = await api.GET('/replication/executions/{id}/tasks/{task_id}/log', {
        params: { path: path(id) },
        parseAs: 'text',
      })
      return data ?? ''
    },
    logPath: (id) => `/api/v2.0/replication/executions/${run}/tasks/${id}/log`,
  }
}
