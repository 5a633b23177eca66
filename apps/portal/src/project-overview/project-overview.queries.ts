import { queryOptions } from '@tanstack/react-query'
import { api, body, page } from '../api/client'

const SHOWN = 6
const of = (project: string) => ({ path: { project_name_or_id: project } })

/** Pushes and pulls of each day. */
export const activityQuery = (project: string) =>
  queryOptions({
    queryKey: ['projects', 'activity', project],
    queryFn: () => body(api.GET('/projects/{project_name_or_id}/activity', { params: of(project) })),
  })

/** The first repositories of a project by what they are sorted by. */
export const firstRepositoriesQuery = (project: string, sort: '-update_time' | '-pull_count') =>
  queryOptions({
    queryKey: ['repositories', project, 'first', sort],
    queryFn: () =>
      page(
        api.GET('/projects/{project_name}/repositories', {
          params: { path: { project_name: project }, query: { page: 1, page_size: SHOWN, sort } },
        }),
      ),
  })

export const firstMembersQuery = (project: string) =>
  queryOptions({
    queryKey: ['members', project, 'first'],
    queryFn: () =>
      page(
        api.GET('/projects/{project_name_or_id}/members', {
          params: { ...of(project), query: { page: 1, page_size: SHOWN } },
        }),
      ),
  })

/** How many tag rules are in force. */
export const tagRuleCountQuery = (project: string) =>
  queryOptions({
    queryKey: ['tag-rules', project, 'count'],
    queryFn: async () => {
      const query = { page: 1, page_size: 100 }
      const rules = await body(
        api.GET('/projects/{project_name_or_id}/immutabletagrules', { params: { ...of(project), query } }),
      )
      return rules.filter(({ disabled }) => !disabled).length
    },
  })

/** How many rules of retention are in force. */
export const retentionRuleCountQuery = (id: number) =>
  queryOptions({
    queryKey: ['retention', 'count', id],
    enabled: id > 0,
    queryFn: async () => {
      const { rules } = await body(api.GET('/retentions/{id}', { params: { path: { id } } }))
      return rules.filter(({ disabled }) => !disabled).length
    },
  })
