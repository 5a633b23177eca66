import type { components } from '@berth/api-client'
import { useMutation } from '@tanstack/react-query'
import { api, body, page } from '../api/client'
import { listQuery } from '../lists/list-state'
import { parametersOf, readRun, type Run } from '../runs/run'
import { defaultRunSort, type Job, useRefreshedRuns } from '../runs/runs.queries'
import { readSchedule, type Schedule } from '../runs/schedule'

/** What a purge takes: entries older than so many hours, of these kinds. */
export interface PurgeRules {
  hours: number
  kinds: string[]
}

export interface PurgeRun extends Run {
  isDryRun: boolean
  hours: number
  entries: number
  months: number
}

export interface PurgePlan extends Schedule, PurgeRules {}

/** The server's word for the kinds of entries that Harbor has no name for. */
export const OTHERS = 'other_events'
const DAYS_AT_FIRST = 90

function readRules(parameters: ReadonlyMap<string, unknown>, named: readonly string[]): PurgeRules {
  const hours = Number(parameters.get('audit_retention_hour') ?? DAYS_AT_FIRST * 24)
  const types = parameters.get('include_event_types')
  const kinds = typeof types === 'string' ? types.split(',').filter((kind) => kind !== '') : []
  const others = kinds.some((kind) => !named.includes(kind)) ? [OTHERS] : []
  return { hours, kinds: [...kinds.filter((kind) => named.includes(kind)), ...others] }
}

function readPurgeRun(history: components['schemas']['ExecHistory']): PurgeRun {
  const parameters = parametersOf(history.job_parameters)
  return {
    ...readRun(history),
    isDryRun: parameters.get('dry_run') === true,
    hours: Number(parameters.get('audit_retention_hour') ?? 0),
    entries: Number(parameters.get('purged_entries') ?? 0),
    months: Number(parameters.get('dropped_months') ?? 0),
  }
}

const path = (id: number) => ({ params: { path: { purge_id: id } } })

/** @param named kinds of entries that the server names */
export const purgeJob = (named: readonly string[]): Job<PurgeRun, PurgePlan> => ({
  ...purgeRuns,
  schedule: async () => {
    const found = (await api.GET('/system/purgeaudit/schedule')).data
    const { schedule = { type: 'None' as const }, job_parameters: text = '{}' } = found ?? {}
    const rules = readRules(parametersOf(text), named)
    return { ...readSchedule(schedule), ...rules, kinds: found === undefined ? [...named, OTHERS] : rules.kinds }
  },
})

export const purgeRuns: Omit<Job<PurgeRun>, 'schedule'> = {
  key: 'purge-audit',
  list: async (search) => {
    const query = listQuery(search, defaultRunSort)
    const { items, total } = await page(api.GET('/system/purgeaudit', { params: { query } }))
    return { items: items.map(readPurgeRun), total }
  },
  get: async (id) => readPurgeRun(await body(api.GET('/system/purgeaudit/{purge_id}', path(id)))),
  stop: (id) => api.PUT('/system/purgeaudit/{purge_id}', path(id)),
  log: async (id) => (await api.GET('/system/purgeaudit/{purge_id}/log', { ...path(id), parseAs: 'text' })).data ?? '',
  logPath: (id) => `/api/v2.0/system/purgeaudit/${id}/log`,
}

const toParameters = ({ hours, kinds }: PurgeRules, dryRun: boolean) => ({
  audit_retention_hour: hours,
  include_event_types: kinds.join(','),
  dry_run: dryRun,
})

/** Resolves to the id of the run. */
export function useStartPurge() {
  return useMutation({
    mutationFn: async ({ dryRun, ...rules }: PurgeRules & { dryRun: boolean }) => {
      const { response } = await api.POST('/system/purgeaudit/schedule', {
        body: { schedule: { type: 'Manual' }, parameters: toParameters(rules, dryRun) },
      })
      return Number(response.headers.get('location')?.split('/').at(-1))
    },
    onSuccess: useRefreshedRuns(purgeRuns),
  })
}

export function useSetPurgePlan() {
  return useMutation({
    mutationFn: ({ type, cron, ...rules }: Omit<PurgePlan, 'nextRun'>) =>
      api.PUT('/system/purgeaudit/schedule', {
        body: { schedule: { type, cron }, parameters: toParameters(rules, false) },
      }),
    onSuccess: useRefreshedRuns(purgeRuns),
  })
}
