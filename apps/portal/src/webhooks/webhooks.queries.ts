import type { components } from '@berth/api-client'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, body, page } from '../api/client'
import { listQuery, type ListSearch } from '../lists/list-state'

type Schemas = components['schemas']
export type Webhook = Schemas['WebhookPolicy']
export type GivenWebhook = Schemas['WebhookPolicyReq']
export type GivenTrial = Schemas['WebhookTrialReq']
export type Delivery = Schemas['Execution']

/** What waits changes by itself. */
const REFRESH_MS = 5_000

const policies = '/projects/{project_name_or_id}/webhook/policies'
const policy = `${policies}/{webhook_policy_id}` as const

/** A project has 50 at most. */
export const webhooksQuery = (project: string) =>
  queryOptions({
    queryKey: ['webhooks', project],
    refetchInterval: REFRESH_MS,
    queryFn: () =>
      page(api.GET(policies, { params: { path: { project_name_or_id: project }, query: { page_size: 100 } } })),
  })

export const deliveriesQuery = (project: string, webhook: number, status: string, search: ListSearch) =>
  queryOptions({
    queryKey: ['webhooks', project, webhook, 'deliveries', status, search],
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
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

export const deliveryLogQuery = (project: string, webhook: number, id: number) =>
  queryOptions({
    queryKey: ['webhooks', project, webhook, 'deliveries', id, 'log'],
    queryFn: async () => {
      const { data } = await api.GET(`${policy}/executions/{execution_id}/tasks/{task_id}/log`, {
        params: {
          path: { project_name_or_id: project, webhook_policy_id: webhook, execution_id: id, task_id: id },
        },
        parseAs: 'text',
      })
      return data ?? ''
    },
  })

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
