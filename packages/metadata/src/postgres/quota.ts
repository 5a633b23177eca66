import { DistributionError } from '@berth/oci'
import type { Queryable } from './database.js'

/** Only projects with a limit pay for summing up. */
const over = {
  name: 'find_quota_overrun',
  text: `
    select q.hard_bytes from quota q
    where q.project_id = $1 and q.hard_bytes >= 0 and q.hard_bytes < $2::bigint + q.used_bytes
      + (select coalesce(sum(bytes), 0) from quota_delta d where d.project_id = q.project_id)`,
}

/** @throws {DistributionError} DENIED where `bytes` more would pass the project's limit */
export async function checkQuota(db: Queryable, projectId: number, bytes: number): Promise<void> {
  const [row] = await db.query<{ hard_bytes: string }>(over, [projectId, bytes])
  if (row) throw new DistributionError('DENIED', `the project's storage quota of ${row.hard_bytes} bytes is exceeded`)
}
