import { type ListSearch, readListSearch } from '../lists/list-state'

export interface AuditSearch extends ListSearch {
  user?: string | undefined
  operation?: string | undefined
  type?: string | undefined
  /** `done` or `failed`. */
  result?: string | undefined
  /** A time back from now, in place of a beginning and an end. */
  period?: string | undefined
  /** As the reader's clock shows it, to the minute: `2026-03-31T23:30`. */
  from?: string | undefined
  to?: string | undefined
  /** Id of the entry whose details are shown. */
  entry?: number | undefined
}

const filters = ['user', 'operation', 'type', 'result', 'period', 'from', 'to'] as const

/** Which of these make sense is for `auditQuery` to say: its code comes with the page. */
export function readAuditSearch(raw: Record<string, unknown>): AuditSearch {
  return {
    ...readListSearch(raw, ['op_time']),
    ...Object.fromEntries(filters.map((name) => [name, readListSearch({ q: raw[name] }, []).q])),
    entry: Number(raw['entry']) || undefined,
  }
}
