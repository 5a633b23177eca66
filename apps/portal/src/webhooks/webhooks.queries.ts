import type { components } from '@berth/api-client'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, body, page } from '../api/client'
import { unlessLive } from '../api/live'
import { listQuery, type ListSearch } from '../lists/list-state'
import type { Logged } from '../runs/run-log-drawer'

type Schemas = components['schemas']
export type Webhook = Schemas['WebhookPolicy']
export type GivenWebhook = Schemas['WebhookPolicyReq']
export type GivenTrial = Schemas['WebhookTrialReq']
export type Delivery = Schemas['Execution']

/** While something waits its end is told by nobody. */
const WATCH_MS = 5_000
const watch = (waits: boolean | undefined) => (waits === true ? WATCH_MS : unlessLive(WATCH_MS))

const isOpen = (status: Delivery['status']) => status === 'Pending' || status === 'Running'

const policies = '/projects/{project_name_or_id}/webhook/policies'
const policy = `${policies}/{webhook_policy_id}` as const

/** A project has 50 at most. */
export const webhooksQuery = (project: string) =>
  queryOptions({
    queryKey: ['webhooks', project],
    refetchInterval: ({ state }) => watch(state.data?.items.some(({ waiting }) => waiting > 0)),
    queryFn: () =>
      page(api.GET(policies, { params: { path: { project_name_or_id: project }, query: { page_size: 100 } } })),
  })

export const deliveriesQuery = (project: string, webhook: number, status: string, search: ListSearch) =>
  queryOptions({
    queryKey: ['webhooks', project, webhook, 'deliveries', status, search],
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => watch(state.data?.items.some(({ status: one }) => isOpen(one))),
    queryFn: () =>
      page(
        api.GET(`${policy}/executions`, {
          params: {
            path: { project_name_or_id: project, webhook_policy_id: webhook },
            query: { ...listQuery(search, '-id'), ...(status === 'all' ? {} : { q: `status=${status}` }) },
          },
        }),
      ),
  })

/** Deliveries as what has a log: the one task of each has its number. */
export function deliveryLogs(project: string, webhook: Pick<Webhook, 'id' | 'project_id'>): Logged {
  const path = { project_name_or_id: project, webhook_policy_id: webhook.id }
  return {
    key: `webhooks ${project} ${webhook.id}`,
    get: async (id) => {
      const { items } = await page(api.GET(`${policy}/executions`, { params: { path, query: { q: `id=${id}` } } }))
      const [found] = items
      if (found === undefined) throw new Error(`delivery ${id}`)
      return {
        id,
        status: found.status,
        kind: found.trigger,
        isOpen: isOpen(found.status),
        startedAt: found.start_time,
        endedAt: found.end_time,
      }
    },
    log: async (id) => {
      const { data } = await api.GET(`${policy}/executions/{execution_id}/tasks/{task_id}/log`, {
        params: { path: { ...path, execution_id: id, task_id: id } },
        parseAs: 'text',
      })
      return data ?? ''
    },
    // A browser that follows a link does not say that a name such as 2024 is one.
    logPath: (id) =>
      `/api/v2.0/projects/${webhook.project_id}/webhook/policies/${webhook.id}/executions/${id}/tasks/${id}/log`,
  }
}

function useRefreshed(project: string) {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['webhooks', project] })
}

/** Makes a webhook, or changes the one with this id. */
export function useSaveWebhook(project: string) {
  return useMutation({
    mutationFn: async ({ id, given }: { id: number | undefined; given: GivenWebhook }): Promise<void> => {
      const path = { project_name_or_id: project }
      if (id === undefined) await api.POST(policies, { params: { path }, body: given })
      else await api.PUT(policy, { params: { path: { ...path, webhook_policy_id: id } }, body: given })
    },
    onSuccess: useRefreshed(project),
  })
}

export function useDeleteWebhook(project: string) {
  return useMutation({
    mutationFn: (id: number) =>
      api.DELETE(policy, { params: { path: { project_name_or_id: project, webhook_policy_id: id } } }),
    onSuccess: useRefreshed(project),
  })
}

/** Sends an example, and says what came of it. */
export function useTryWebhook(project: string) {
  return useMutation({
    mutationFn: (trial: GivenTrial) =>
      body(api.POST(`${policies}/test`, { params: { path: { project_name_or_id: project } }, body: trial })),
  })
}

export function useRedeliver(project: string, webhook: number) {
  return useMutation({
    mutationFn: (id: number) =>
      api.POST(`${policy}/executions/{execution_id}/redelivery`, {
        params: { path: { project_name_or_id: project, webhook_policy_id: webhook, execution_id: id } },
      }),
    onSuccess: useRefreshed(project),
  })
}
