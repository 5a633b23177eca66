import { type Actor, COMMAND_CLASS } from '@berth/contracts'
import { emit } from '@berth/database'
import sql from 'sql-template-tag'
import type { Database } from '../../database/database.js'
import { insertedRow } from '../../database/inserted-row.js'

/** Seconds for which a command is believed to go on that says nothing. */
const LEASE = 60

/** What a command does, and why another run of the same ends. */
interface Command {
  readonly job: string
  readonly payload: object
  readonly replaced: string
}

/**
 * Runs that a command carries out, and no worker takes, with their tasks. The command keeps their leases while it is at work; where it falls
 * silent, the jobservice ends them.
 */
export class CommandExecutions {
  constructor(private readonly database: Database) {}

  /** Any run of the same with the same payload ends. @returns the id of the new one */
  begin({ job, payload, replaced }: Command, actor: Actor): Promise<number> {
    const { kind, id, name } = actor
    return this.database.transaction(async (transaction) => {
      await transaction.rows(sql`
        with left_behind as (
          select id from job_execution
          where job = ${job} and status = 'running' and parent_id is null and payload = ${payload}::jsonb
        )
        update job_execution e set status = 'error', error = ${replaced}, ended_at = now(), lease_until = null
        from left_behind l where (e.id = l.id or e.parent_id = l.id) and e.status = 'running'`)
      const row = insertedRow(
        await transaction.row<{ id: string }>(sql`
          insert into job_execution (job, class, trigger, status, payload, started_by, attempts, started_at, lease_until)
          values (${job}, ${COMMAND_CLASS}, 'manual', 'running', ${payload}, ${{ kind, id, name }}, 1, now(),
            now() + make_interval(secs => ${LEASE}))
          returning id`),
      )
      await emit(transaction, 'job.started', { job, execution_id: Number(row.id) }, actor)
      return Number(row.id)
    })
  }

  /** @returns the id of a task of a run; undefined where that has ended */
  async addTask(run: number, payload: object): Promise<number | undefined> {
    const row = await this.database.row<{ id: string }>(sql`
      insert into job_execution (job, class, parent_id, trigger, status, payload, started_by, attempts, started_at, lease_until)
      select job, class, id, trigger, 'running', ${payload}, started_by, 1, now(), lease_until
      from job_execution where id = ${run} and status = 'running' returning id`)
    return row && Number(row.id)
  }

  /** Says that a run and its tasks go on. @returns false where the run has ended, by whomever */
  async keep(run: number, counts: object): Promise<boolean> {
    const rows = await this.database.rows<{ id: string }>(sql`
      update job_execution set lease_until = now() + make_interval(secs => ${LEASE}),
        counts = case when id = ${run} then ${counts}::jsonb else counts end
      where (id = ${run} or parent_id = ${run}) and status = 'running' returning id`)
    return rows.some(({ id }) => Number(id) === run)
  }

  async log(id: number, text: string): Promise<void> {
    await this.database.rows(sql`insert into job_log (execution_id, text) values (${id}, ${text})`)
  }

  async tell(id: number, progress: object): Promise<void> {
    await this.database.rows(sql`update job_execution set progress = ${progress} where id = ${id}`)
  }

  /** Ends a task, or a run with what is under way of it. @param error why it has failed; absent: it has not */
  async end(id: number, result: object, error?: string): Promise<void> {
    await this.database.rows(sql`
      update job_execution set status = ${error === undefined ? 'success' : 'error'}, error = ${error?.slice(0, 2000) ?? null},
        result = ${result}, ended_at = now(), lease_until = null
      where (id = ${id} or parent_id = ${id}) and status = 'running'`)
  }
}
