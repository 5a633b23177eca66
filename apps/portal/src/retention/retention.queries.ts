import type { components } from '@berth/api-client'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, body, page, type Row } from '../api/client'
import { listQuery, type ListSearch } from '../lists/list-state'
import type { Run } from '../runs/run'
import type { Job } from '../runs/runs.queries'

export type Policy = components['schemas']['RetentionPolicy']
export type RetentionRule = Policy['rules'][number]
type GivenPolicy = components['schemas']['RetentionPolicyReq']
export type GivenRule = NonNullable<GivenPolicy['rules']>[number]

/** What a project has: a policy, or none yet. */
export interface ProjectRetention {
  projectId: number
  policy: Policy | undefined
}

/** The project's metadata tell the id of its policy. */
export const retentionQuery = (project: string) =>
  queryOptions({
    queryKey: ['retention', project],
    queryFn: async (): Promise<ProjectRetention> => {
      const found = await body(
        api.GET('/projects/{project_name_or_id}', { params: { path: { project_name_or_id: project } } }),
      )
      const id = Number(found.metadata['retention_id'] ?? 0)
      const policy = id === 0 ? undefined : await body(api.GET('/retentions/{id}', { params: { path: { id } } }))
      return { projectId: found.project_id, policy }
    },
  })

export interface RetentionRun extends Run {
  isDryRun: boolean
  total: number
  retained: number
  /** A run can be started from it: the policy is what it was. */
  isCurrent: boolean
  error: string | undefined
}

type Execution = components['schemas']['RetentionExecution']
const statuses = {
  Pending: 'Pending',
  InProgress: 'Running',
  Succeed: 'Success',
  Failed: 'Error',
  Stopped: 'Stopped',
} as const

const readRun = (execution: Execution): RetentionRun => ({
  id: execution.id,
  status: statuses[execution.status],
  kind: execution.trigger === 'Schedule' ? 'SCHEDULE' : 'MANUAL',
  isOpen: execution.status === 'InProgress' || execution.status === 'Pending',
  startedAt: execution.start_time,
  endedAt: execution.end_time,
  isDryRun: execution.dry_run,
  total: execution.total,
  retained: execution.retained,
  isCurrent: execution.is_current,
  error: execution.error ?? undefined,
})

/** Runs of a policy. */
export const runsOf = (policy: number): Pick<Job<RetentionRun>, 'key' | 'list' | 'get' | 'stop'> => ({
  key: `retention ${policy}`,
  list: async (search) => {
    const { items, total } = await page(
      api.GET('/retentions/{id}/executions', {
        params: { path: { id: policy }, query: listQuery(search, '-creation_time') },
      }),
    )
    return { items: items.map(readRun), total }
  },
  get: async (run) => {
    const { items } = await page(
      api.GET('/retentions/{id}/executions', { params: { path: { id: policy }, query: { q: `id=${run}` } } }),
    )
    const [found] = items
    if (found === undefined) throw new Error(`run ${run}`)
    return readRun(found)
  },
  stop: (run) =>
    api.PATCH('/retentions/{id}/executions/{eid}', {
      params: { path: { id: policy, eid: run } },
      body: { action: 'stop' },
    }),
})

/** What a run said of artifacts. @param outcome those alone of which it said this */
export const verdictsQuery = (policy: number, run: number, outcome: string, search: ListSearch, isOpen: boolean) =>
  queryOptions({
    queryKey: [runsOf(policy).key, 'verdicts', run, outcome, search, isOpen],
    placeholderData: keepPreviousData,
    queryFn: () =>
      page(
        api.GET('/retentions/{id}/executions/{eid}/artifacts', {
          params: {
            path: { id: policy, eid: run },
            query: { ...listQuery(search, 'id'), ...(outcome === 'all' ? {} : { q: `outcome=${outcome}` }) },
          },
        }),
      ),
  })

export type Verdict = Row<typeof verdictsQuery>

export interface PolicyChange {
  rules?: readonly (GivenRule | RetentionRule)[]
  cron?: string
  maxPercent?: number
}

/** Makes the policy of a project, or changes it. */
export function useSavePolicy(project: string, { policy, projectId }: ProjectRetention) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ rules, cron, maxPercent }: PolicyChange): Promise<void> => {
      const given: GivenPolicy = {
        algorithm: 'or',
        scope: { level: 'project', ref: projectId },
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the server tells it takes again
        rules: (rules ?? policy?.rules ?? []) as GivenRule[],
        ...(cron === undefined ? {} : { trigger: { kind: 'Schedule' as const, settings: { cron } } }),
        ...(maxPercent === undefined ? {} : { max_percent: maxPercent }),
      }
      if (policy === undefined) await api.POST('/retentions', { body: given })
      else await api.PUT('/retentions/{id}', { params: { path: { id: policy.id } }, body: given })
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['retention', project] })
      if (policy !== undefined) await queries.invalidateQueries({ queryKey: [runsOf(policy.id).key] })
    },
  })
}

/** Resolves to the id of the run. */
export function useStartRetention(policy: number) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (options: { dryRun: boolean; preview?: number }) => {
      const { response } = await api.POST('/retentions/{id}/executions', {
        params: { path: { id: policy } },
        body: { dry_run: options.dryRun, ...(options.preview === undefined ? {} : { preview: options.preview }) },
      })
      return Number(response.headers.get('location')?.split('/').at(-1))
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: [runsOf(policy).key] }),
  })
}
