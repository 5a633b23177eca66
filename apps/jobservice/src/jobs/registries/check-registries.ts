import { jobContracts } from '@berth/contracts'
import type { Database } from '@berth/database'
import { checkHealth, type Endpoints } from '@berth/registry-endpoints'
import sql from 'sql-template-tag'
import { defineJob, type Job } from '../../engine/job.js'

/** Looks at every registry that is set up, and keeps what it finds, so that nobody has to wait for one to see it. */
export function checkRegistries(database: Database, endpoints: Endpoints): Job {
  async function look(id: number): Promise<string> {
    await using connection = await endpoints.connect(id)
    if (!connection) return 'gone'
    const { status, detail } = await checkHealth(connection)
    await database.rows(sql`
      update registry_endpoint set status = ${status}, status_detail = ${detail}, checked_at = now()
      where id = ${id} and version = ${connection.endpoint.version}`)
    return detail || status
  }

  return defineJob({
    name: 'check-registries',
    ...jobContracts['check-registries'],
    timeLimitSeconds: 3600,
    attempts: 1,
    schedule: '*/5 * * * *',
    async run(_payload, { signal, report }) {
      const rows = await database.rows<{ id: number; name: string }>(
        sql`select id, name from registry_endpoint order by checked_at nulls first, id`,
      )
      for (const { id, name } of rows) {
        signal.throwIfAborted()
        // One whose secret cannot be read must not keep the others from being looked at.
        const found = await look(id).catch((error: unknown) => String(error))
        report(`${name}: ${found}`)
      }
      return { registries: rows.length }
    },
  })
}
