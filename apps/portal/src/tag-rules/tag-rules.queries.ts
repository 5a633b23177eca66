import type { components } from '@berth/api-client'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, body, page } from '../api/client'
import { givenSelectors, readSelectors, type Selectors } from './selectors'
import { robotsMay, rolesOf, type TagRule } from './tag-rule'

export type GivenTagRule = components['schemas']['ImmutableRuleReq']

/** A project has 15 at most. */
export const tagRulesQuery = (project: string) =>
  queryOptions({
    queryKey: ['tag-rules', project],
    queryFn: () =>
      page(
        api.GET('/projects/{project_name_or_id}/immutabletagrules', {
          params: { path: { project_name_or_id: project }, query: { page_size: 100 } },
        }),
      ),
  })

/** Tags that are there and that selectors are about. */
export const matchingTagsQuery = (project: string, { repositories, tags }: Selectors) =>
  queryOptions({
    queryKey: ['tags', 'matching', project, repositories, tags],
    placeholderData: keepPreviousData,
    queryFn: () =>
      body(
        api.GET('/projects/{project_name_or_id}/matchingtags', {
          params: {
            path: { project_name_or_id: project },
            query: {
              repositories: repositories.pattern,
              repositories_excluded: String(repositories.excludes),
              tags: tags.pattern,
              tags_excluded: String(tags.excludes),
            },
          },
        }),
      ),
  })

function useRefreshed(project: string) {
  const queries = useQueryClient()
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['tag-rules', project] }),
      queries.invalidateQueries({ queryKey: ['repositories'] }),
    ])
}

/** Makes a rule, or changes the one with this id. */
export function useSaveTagRule(project: string, id: number | undefined) {
  return useMutation({
    mutationFn: async (given: GivenTagRule): Promise<void> => {
      const path = { project_name_or_id: project }
      if (id === undefined) {
        await api.POST('/projects/{project_name_or_id}/immutabletagrules', { params: { path }, body: given })
        return
      }
      await api.PUT('/projects/{project_name_or_id}/immutabletagrules/{immutable_rule_id}', {
        params: { path: { ...path, immutable_rule_id: id } },
        body: given,
      })
    },
    onSuccess: useRefreshed(project),
  })
}

export function useSwitchTagRule(project: string) {
  return useMutation({
    mutationFn: ({ rule, disabled }: { rule: TagRule; disabled: boolean }) =>
      api.PUT('/projects/{project_name_or_id}/immutabletagrules/{immutable_rule_id}', {
        params: { path: { project_name_or_id: project, immutable_rule_id: rule.id } },
        body: {
          ...givenSelectors(readSelectors(rule)),
          action: rule.action,
          template: rule.template,
          params: { roles: rolesOf(rule), robots: robotsMay(rule) },
          priority: rule.priority,
          disabled,
        },
      }),
    onSuccess: useRefreshed(project),
  })
}

export function useDeleteTagRule(project: string) {
  return useMutation({
    mutationFn: (id: number) =>
      api.DELETE('/projects/{project_name_or_id}/immutabletagrules/{immutable_rule_id}', {
        params: { path: { project_name_or_id: project, immutable_rule_id: id } },
      }),
    onSuccess: useRefreshed(project),
  })
}
