import type { AuditSearch } from './audit.search'

export const periods = ['hour', 'day', 'week', 'month'] as const
const HOURS = { hour: 1, day: 24, week: 7 * 24, month: 30 * 24 } as const

export const periodOf = ({ period }: AuditSearch) => periods.find((name) => name === period)

/** The grammar's own signs are no part of a name. */
const plain = (value: string) => value.replaceAll(/[,=~()[\]{}]/g, '').trim()

/** A part of a name. One that is too short to be searched by is taken for all of it. */
const named = (field: string, value = '') => {
  const text = plain(value)
  const isPart = (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= 3
  return text && `${field}=${isPart ? '~' : ''}${text}`
}

const instant = (minute: string | undefined, more = 0) => {
  const time = Date.parse(minute ?? '')
  return Number.isNaN(time) ? '' : new Date(time + more).toISOString()
}

/** Instants: the server knows nothing of the reader's zone. The minute that a range ends with belongs to it. */
function timeRange(search: AuditSearch, now: number): string | undefined {
  const period = periodOf(search)
  if (period !== undefined) return `op_time=[${new Date(now - HOURS[period] * 3_600_000).toISOString()}~]`
  const [from, to] = [instant(search.from), instant(search.to, 59_999)]
  return from === '' && to === '' ? undefined : `op_time=[${from}~${to}]`
}

/** What the search asks, as `q` of the API. */
export function auditQuery(search: AuditSearch, now = Date.now()): string | undefined {
  const { q, user, operation, type, result } = search
  const parts = [
    named('resource', q),
    named('username', user),
    operation && `operation=${plain(operation)}`,
    type && `resource_type=${plain(type)}`,
    (result === 'done' || result === 'failed') && `operation_result=${result === 'done'}`,
    timeRange(search, now),
  ].filter(Boolean)
  return parts.length === 0 ? undefined : parts.join(',')
}
