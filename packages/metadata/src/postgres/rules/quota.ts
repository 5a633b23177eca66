import { UserError } from '@berth/contracts'
import type { Queryable } from '@berth/database'

/**
 * SQL for the limit of a project that `bytes` more would pass; null where they fit. Only projects with a limit pay for summing up.
 * Both arguments are SQL; a column needs the name of its table, for quotas have a `project_id` as well.
 */
export function passedLimit(projectId: string, bytes: string): string {
  return `(
    select q.hard_bytes from quota q
    where q.project_id = ${projectId} and q.hard_bytes >= 0 and q.hard_bytes < ${bytes}::bigint + q.used_bytes
      + (select coalesce(sum(d.bytes), 0) from quota_delta d where d.project_id = q.project_id))`
}

/** @throws {UserError} QUOTA_EXCEEDED where there is such a limit */
export function refuseOver(limit: string | null): void {
  if (limit !== null) throw new UserError('QUOTA_EXCEEDED', { limit })
}

const check = { name: 'check_quota', text: `select ${passedLimit('$1', '0')} as passed` }

/** @throws {UserError} QUOTA_EXCEEDED where what is charged passes the project's limit */
export async function checkQuota(db: Queryable, projectId: number): Promise<void> {
  const [row] = await db.query<{ passed: string | null }>(check, [projectId])
  refuseOver(row?.passed ?? null)
}
