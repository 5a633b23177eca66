import type { components } from '@berth/api-client'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, body, page } from '../api/client'
import { unlessLive } from '../api/live'
import { listQuery, type ListSearch } from '../lists/list-state'

type Schemas = components['schemas']
export type Rule = Schemas['ReplicationPolicy']
export type GivenRule = Schemas['ReplicationPolicyReq']

/** First in the keys of everything here: the server tells of changes by this name. */
export const KEY = 'replications'
export const defaultRuleSort = '-creation_time'

/** How far a run is, is told by nobody. */
const WATCH_MS = 5_000
const watch = (rules: readonly Rule[]) =>
  rules.some((rule) => rule.last_execution?.status === 'InProgress') ? WATCH_MS : unlessLive(WATCH_MS)

export const rulesQuery = (search: ListSearch) =>
  queryOptions({
    queryKey: [KEY, 'rules', search],
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => watch(state.data?.items ?? []),
    queryFn: () => {
      const query = { ...listQuery(search, defaultRuleSort), ...(search.q !== undefined && { name: search.q }) }
      return page(api.GET('/replication/policies', { params: { query } }))
    },
  })

export const ruleQuery = (id: number) =>
  queryOptions({
    queryKey: [KEY, 'rule', id],
    refetchInterval: ({ state }) => watch(state.data === undefined ? [] : [state.data]),
    queryFn: () => body(api.GET('/replication/policies/{id}', { params: { path: { id } } })),
  })

/** As many registries as a list can hold at once: they are chosen from. */
export const registriesToChooseQuery = queryOptions({
  queryKey: ['registries', 'to choose'],
  queryFn: () => page(api.GET('/registries', { params: { query: { page_size: 100, sort: 'name' } } })),
})

/** Labels of the platform, whose names filters take. */
export const labelsToChooseQuery = queryOptions({
  queryKey: ['labels', 'to choose'],
  queryFn: () => page(api.GET('/labels', { params: { query: { scope: 'g', page_size: 100, sort: 'name' } } })),
})

/** Repositories here that a pattern lets pass: a few, and how many there are. */
export const matchingRepositoriesQuery = (pattern: string) =>
  queryOptions({
    queryKey: ['repositories', 'matching', pattern],
    placeholderData: keepPreviousData,
    queryFn: () =>
      page(api.GET('/repositories', { params: { query: { full_name_matches: pattern, page_size: 8, sort: 'name' } } })),
  })
