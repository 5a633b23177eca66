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

const units = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB']

/** As people set limits: `1.5 GiB`. */
function readable(bytes: number): string {
  const power = bytes < 1024 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), units.length - 1)
  return `${Number((bytes / 1024 ** power).toFixed(2))} ${units[power]}`
}

/** @throws {UserError} QUOTA_EXCEEDED where there is such a limit */
export function refuseOver(limit: string | null): void {
  if (limit !== null) throw new UserError('QUOTA_EXCEEDED', { limit: readable(Number(limit)) })
}

const check = {
  name: 'check_quota',
  text: `
    select exists (select from quota q where q.project_id = $1 and q.hard_bytes >= 0) as limited,
      ${passedLimit('$1', '$2')} as passed`,
}

export interface Room {
  /** Whether the project has a limit. */
  readonly limited: boolean
  /** The limit that so many bytes more would pass; null where they fit. */
  readonly passed: string | null
}

export async function findRoom(db: Queryable, projectId: number, bytes: number): Promise<Room> {
  const [room] = await db.query<{ limited: boolean; passed: string | null }>(check, [projectId, bytes])
  return room ?? { limited: false, passed: null }
}

const takeTurn = {
  name: 'take_turn_of_quota',
  text: `
    select pg_advisory_xact_lock(hashtextextended('berth: quota ' || q.project_id, 0)) from quota q
    where q.project_id = $1 and q.hard_bytes >= 0`,
}

/**
 * To be asked once a transaction has charged the project, and holds all rows that another one may hold as well. Transactions of a project
 * with a limit take turns from here to their ends: no two of them find the same room. A statement sees what was done before it began, so
 * taking the turn is one of its own.
 *
 * @throws {UserError} QUOTA_EXCEEDED where what is charged passes the project's limit
 */
export async function checkQuota(db: Queryable, projectId: number): Promise<void> {
  // In this order, and in one round trip.
  const [, { passed }] = await Promise.all([db.query(takeTurn, [projectId]), findRoom(db, projectId, 0)])
  refuseOver(passed)
}
