import type { Database } from '@berth/database'
import sql from 'sql-template-tag'

/** An entry as it is told to others. Its id is a number of eight bytes, as text. */
export interface WaitingEntry {
  readonly event_id: string
  /** Null where the event has been purged meanwhile; so is what follows. */
  readonly type: string | null
  readonly at: Date
  readonly operation: string
  readonly resource_type: string
  readonly resource: string
  readonly succeeded: boolean
  readonly actor_kind: string
  readonly actor_id: string | null
  readonly actor_name: string
  readonly address: string | null
  readonly request_id: string | null
  readonly payload: Readonly<Record<string, unknown>>
}

/** Entries that are sent together. */
export const BATCH = 200
/** Longer than a batch can take to be sent. */
const LEASE_SECONDS = 60

/** Entries that wait to be sent to the syslog server. */
export class ForwardQueue {
  constructor(
    private readonly database: Database,
    /** More than these do not wait. */
    private readonly most = 100_000,
  ) {}

  /** Where entries are sent to; empty where they are not. Undefined while nothing waits. */
  async endpoint(): Promise<string | undefined> {
    const row = await this.database.row<{ endpoint: string }>(sql`
      select coalesce((select value #>> '{}' from setting where key = 'audit_log_forward_endpoint'), '') as endpoint
      from (select from audit_forward limit 1) waiting`)
    return row?.endpoint
  }

  /** The oldest ones that nobody else is sending. */
  take(): Promise<WaitingEntry[]> {
    return this.database.rows<WaitingEntry & Record<string, unknown>>(sql`
      with mine as (
        update audit_forward set leased_until = now() + make_interval(secs => ${LEASE_SECONDS})
        where event_id in (
          select event_id from audit_forward where leased_until is null or leased_until < now()
          order by event_id limit ${BATCH} for update skip locked
        )
        returning event_id, event_at
      )
      select mine.event_id, e.type, e.at, e.operation, e.resource_type, e.resource, e.succeeded, e.actor_kind, e.actor_id, e.actor_name,
        e.address, e.request_id, e.payload || jsonb_strip_nulls(jsonb_build_object(
          'project_id', e.project_id, 'repository_id', e.repository_id, 'repository', e.repository)) as payload
      from mine left join event e on e.at = mine.event_at and e.id = mine.event_id order by mine.event_id`)
  }

  async done(entries: readonly WaitingEntry[]): Promise<void> {
    const ids = entries.map(({ event_id }) => event_id)
    await this.database.rows(sql`delete from audit_forward where event_id = any (${ids}::bigint[])`)
  }

  /** They are to be sent again. */
  async putBack(entries: readonly WaitingEntry[]): Promise<void> {
    const ids = entries.map(({ event_id }) => event_id)
    await this.database.rows(sql`update audit_forward set leased_until = null where event_id = any (${ids}::bigint[])`)
  }

  /**
   * Gives up the oldest ones beyond what may wait, or all of them. Those that were to be nowhere else are kept in the database then.
   * @returns how many
   */
  async giveUp({ all = false } = {}): Promise<number> {
    const rows = await this.database.rows<{ event_id: string }>(sql`
      with last as (
        select event_id from audit_forward order by event_id desc offset ${all ? 0 : this.most} limit 1
      ), given_up as (
        delete from audit_forward where event_id <= (select event_id from last) returning event_id, event_at
      ), kept as (
        update event e set entry = 'kept' from given_up g where e.at = g.event_at and e.id = g.event_id and e.entry = 'forwarded'
      )
      select event_id from given_up`)
    return rows.length
  }
}
