import { z } from 'zod'
import type { Writing } from './berth.js'
import type { Allowlist } from './harbor-schemas.js'
import type { Report } from './report.js'

/** In the words of both ends, each CVE once. */
export const allowlistOf = ({ items, expires_at }: Allowlist) => ({
  items: [...new Set(items.map(({ cve_id }) => cve_id))].map((cve_id) => ({ cve_id })),
  ...(typeof expires_at === 'number' && { expires_at }),
})

const path = 'system/CVEAllowlist'
const own = z.object({ items: z.array(z.unknown()).default([]) })

/** The list of CVEs that are allowed in all projects, where there is none here. */
export async function bringSystemAllowlist(
  write: Writing,
  report: Report,
  allowlist: Allowlist | undefined,
): Promise<void> {
  if (!allowlist || allowlist.items.length === 0) return
  const what = { kind: 'setting', name: 'allow-list of CVEs of the system' } as const
  const here = await write.one(path, own)
  if (here && here.items.length > 0) report.add(what.kind, what.name, 'present')
  else await write.change(what, path, allowlistOf(allowlist))
}
