import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '@berth/database'
import sql, { raw, type Sql } from 'sql-template-tag'

/** A table of events: a month, or what has none. */
export interface EventPart {
  /** As it stands in a statement. */
  readonly name: string
  /** All of its time is over. */
  readonly isWhole: boolean
}

export interface Purge {
  /** As PostgreSQL writes a moment. */
  readonly before: string
  readonly types: readonly string[]
}

/** Rows that are looked at together. */
const BATCH = 10_000
/** Writers of events wait behind whoever wants to drop a table, so it does not wait long itself. */
const LOCK_MILLISECONDS = 100
const TRIES = 5

const goes = ({ types }: Purge): Sql =>
  sql`entry = 'kept' and operation || '_' || resource_type = any (${types}::text[])`

/** The tables that hold the events, as far as a purge is about them. */
export class EventParts {
  constructor(private readonly database: Database) {}

  async momentBefore(hours: number): Promise<string> {
    const row = await this.database.row<{ moment: string }>(
      sql`select (now() - make_interval(hours => ${hours}))::text as moment`,
    )
    return row?.moment ?? ''
  }

  /** Those with a time before the moment, oldest first; at the end the one without a month. */
  async list(before: string): Promise<EventPart[]> {
    return this.database.rows<{ name: string; isWhole: boolean }>(sql`
      select name::text, coalesce(month_end <= ${before}::timestamptz, false) as "isWhole" from (
        select c.oid::regclass as name,
          to_date(substring(c.relname from '^event_([0-9]{4}_[0-9]{2})$'), 'YYYY_MM')::timestamp at time zone 'UTC' as month_begin,
          (to_date(substring(c.relname from '^event_([0-9]{4}_[0-9]{2})$'), 'YYYY_MM') + interval '1 month') at time zone 'UTC' as month_end
        from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'event'::regclass
      ) part
      where month_begin is null or month_begin < ${before}::timestamptz order by month_begin nulls last`)
  }

  async count({ name }: EventPart, purge: Purge): Promise<number> {
    const row = await this.database.row<{ entries: string }>(sql`
      select count(*) as entries from ${raw(name)} where at < ${purge.before}::timestamptz and ${goes(purge)}`)
    return Number(row?.entries ?? 0)
  }

  /** Nothing in it is to be kept, and nobody waits for any of it. */
  async keepsNothing({ name }: EventPart, purge: Purge): Promise<boolean> {
    const row = await this.database.row<{ keeps: boolean }>(sql`
      select exists (select from ${raw(name)} where entry <> 'none' and not (${goes(purge)}))
        or exists (select from ${raw(name)} e join outbox o on o.event_id = e.id and o.event_at = e.at)
        or exists (select from ${raw(name)} e join missed_event m on m.event_id = e.id and m.event_at = e.at)
        or exists (select from ${raw(name)} e join audit_forward f on f.event_id = e.id and f.event_at = e.at) as keeps`)
    return row?.keeps === false
  }

  /** @returns whether it is gone; false where somebody was in the way each time */
  async drop({ name }: EventPart, signal: AbortSignal): Promise<boolean> {
    for (let tries = 1; tries <= TRIES; tries += 1) {
      try {
        await this.database.transaction(async (transaction) => {
          await transaction.rows(sql`select set_config('lock_timeout', ${`${LOCK_MILLISECONDS}ms`}, true)`)
          await transaction.rows(sql`drop table ${raw(name)}`)
        })
        return true
      } catch (error) {
        if (!isLockTimeout(error)) throw error
        await sleep(200 * tries, undefined, { signal })
      }
    }
    return false
  }

  /** Deletes what goes, some rows at a time, past what stays. @yields how many went */
  async *delete({ name }: EventPart, purge: Purge): AsyncGenerator<number> {
    for (let last: { at: string; id: string } | undefined = { at: '-infinity', id: '0' }; last;) {
      const row: Deleted | undefined = await this.database.row<Deleted>(sql`
        with seen as materialized (
          select ctid as place, at, id, ${goes(purge)} as goes from ${raw(name)}
          where at < ${purge.before}::timestamptz and (at, id) > (${last.at}::timestamptz, ${last.id}::bigint)
          order by at, id limit ${BATCH}
        ), gone as (
          delete from ${raw(name)} where ctid = any (array(select place from seen where goes)) returning id
        )
        select (select count(*) from gone)::int as gone, (select count(*) from seen)::int as seen,
          (select json_build_object('at', at::text, 'id', id::text) from seen order by at desc, id desc limit 1) as last`)
      yield row?.gone ?? 0
      last = row?.seen === BATCH ? (row.last ?? undefined) : undefined
    }
  }
}

interface Deleted {
  readonly gone: number
  readonly seen: number
  readonly last: { readonly at: string; readonly id: string } | null
}

const isLockTimeout = (error: unknown) =>
  error instanceof Error && 'code' in error && (error.code === '55P03' || error.code === '40P01')
