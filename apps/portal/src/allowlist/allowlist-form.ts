import type { Allowlist } from './allowlist.queries'

/** A list as people write it. */
export interface AllowlistForm {
  /** Ids, one a line. */
  cves: string
  /** The last day on which it counts, as `2026-12-31`; empty: for ever. */
  until: string
}

/** Seconds since 1970 at the end of a day, in UTC. */
const endOf = (day: string) => Date.parse(`${day}T23:59:59Z`) / 1000

export function formOf({ items = [], expires_at: end }: Partial<Allowlist> = {}): AllowlistForm {
  return {
    cves: items.map(({ cve_id: cve }) => cve).join('\n'),
    until: end === undefined ? '' : new Date(end * 1000).toISOString().slice(0, 10),
  }
}

/** Whatever stands between ids, each once. */
export function listOf({ cves, until }: AllowlistForm): Allowlist {
  const ids = [...new Set(cves.split(/[\s,;，；]+/).filter(Boolean))]
  return { items: ids.map((id) => ({ cve_id: id })), ...(until === '' ? {} : { expires_at: endOf(until) }) }
}
