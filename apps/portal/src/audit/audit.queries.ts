import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, body, page, type Row } from '../api/client'
import { listQuery } from '../lists/list-state'
import { auditQuery } from './audit-query'
import type { AuditSearch } from './audit.search'

export const defaultAuditSort = '-op_time'

/** Of a project, or all that the reader may see. */
export const auditLogQuery = (project: string | undefined, asked: AuditSearch) => {
  // Which entry is open changes nothing of the list.
  const search = { ...asked, entry: undefined }
  return queryOptions({
    queryKey: ['audit', 'list', project, search],
    placeholderData: keepPreviousData,
    queryFn: () => {
      const q = auditQuery(search)
      const query = { ...listQuery(search, defaultAuditSort), ...(q !== undefined && { q }) }
      return page(
        project === undefined
          ? api.GET('/auditlog-exts', { params: { query } })
          : api.GET('/projects/{project_name}/auditlog-exts', { params: { path: { project_name: project }, query } }),
      )
    },
  })
}

export type Entry = Row<typeof auditLogQuery>

/** Where a browser finds the same list as a table. */
export function csvPath(project: string | undefined, search: AuditSearch): string {
  const query = new URLSearchParams({ sort: search.sort ?? defaultAuditSort })
  const q = auditQuery(search)
  if (q !== undefined) query.set('q', q)
  const list = project === undefined ? '' : `/projects/${encodeURIComponent(project)}`
  return `/api/v2.0${list}/auditlog-exts/csv?${query.toString()}`
}

/** Kinds of entries that the server names; it has further ones. */
export const kindsQuery = queryOptions({
  queryKey: ['audit', 'kinds'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async () =>
    (await body(api.GET('/auditlog-exts/events'))).flatMap(({ event_type: kind }) =>
      kind === undefined ? [] : [kind],
    ),
})
