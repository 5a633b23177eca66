import { Injectable } from '@nestjs/common'
import { POOL_SILENCE, type rest, UserError } from '@berth/contracts'
import sql, { type Sql } from 'sql-template-tag'
import type { z } from 'zod'
import { Database } from '../../database/database.js'
import { utc } from '../../listing/list-statement.js'

export type WorkerPool = z.output<typeof rest.workerPool>
export type Worker = z.output<typeof rest.worker>

const atWork = sql`p.heartbeat_at > now() - ${POOL_SILENCE}::interval`

/** The jobservices at work, and what their workers do. */
@Injectable()
export class WorkerPoolsService {
  constructor(private readonly database: Database) {}

  list(): Promise<WorkerPool[]> {
    return this.database.rows<WorkerPool>(sql`
      select p.id as worker_pool_id, p.pid, p.host, ${utc(sql`p.started_at`)} as start_at, ${utc(sql`p.heartbeat_at`)} as heartbeat_at,
        (select coalesce(sum(value::int), 0)::int from jsonb_each_text(p.workers)) as concurrency
      from worker_pool p where ${atWork} order by p.started_at, p.id`)
  }

  /** Of a pool, or of all of them. @throws {UserError} WORKER_POOL_NOT_FOUND */
  async workers(pool: string): Promise<Worker[]> {
    if (pool === 'all') return this.find(sql`true`)
    const rows = await this.find(sql`p.id::text = ${pool}`)
    if (rows.length === 0) throw new UserError('WORKER_POOL_NOT_FOUND', { pool })
    return rows
  }

  /** A worker has no name of its own: those of a class that have something to do come first. */
  private async find(where: Sql): Promise<Worker[]> {
    const rows = await this.database.rows<{ worker: Worker }>(sql`
      with busy as (
        select e.*, row_number() over (partition by worker_pool, class order by id) as place
        from job_execution e where status = 'running' and lease_until is not null
      )
      select json_strip_nulls(json_build_object('id', p.id || '-' || c.key || '-' || n, 'pool_id', p.id, 'class', c.key,
        'job_name', coalesce(b.job, ''), 'job_id', coalesce(b.id::text, ''), 'start_at', ${utc(sql`b.started_at`)},
        'check_in', coalesce(b.progress::text, ''),
        'checkin_at', ${utc(sql`b.lease_until - make_interval(secs => p.lease_seconds)`)})) as worker
      from worker_pool p cross join lateral jsonb_each_text(p.workers) c cross join lateral generate_series(1, c.value::int) n
      left join busy b on b.worker_pool = p.id and b.class = c.key and b.place = n
      where ${atWork} and ${where} order by p.started_at, p.id, c.key, n`)
    return rows.map(({ worker }) => worker)
  }
}
