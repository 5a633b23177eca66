import { UserError } from '@berth/contracts'

/** Keys that Harbor's clients may send. Berth keeps all of them; `public` is a column of its own. */
const KEYS = new Set([
  'enable_content_trust',
  'enable_content_trust_cosign',
  'prevent_vul',
  'severity',
  'auto_scan',
  'auto_sbom_generation',
  'reuse_sys_cve_allowlist',
  'retention_id',
  'proxy_speed_kb',
  'max_upstream_conn',
  'proxy_cache_local_on_not_found',
  'proxy_referrer_api',
  'proxy_cache_filter_pattern',
  'proxy_cache_filter_kind',
])

interface Given {
  readonly public?: boolean | null | undefined
  readonly metadata?: Readonly<Record<string, string | null | undefined>> | null | undefined
}

/**
 * What a body says of a project: whether it is public (undefined: nothing), and the metadata it sets.
 * @throws {UserError} UNKNOWN_PROJECT_METADATA
 */
export function readMetadata(given: Given): { isPublic: boolean | undefined; metadata: Record<string, string> } {
  const metadata: Record<string, string> = {}
  for (const [key, value] of Object.entries(given.metadata ?? {})) {
    if (key === 'public' || value === null || value === undefined) continue
    if (!KEYS.has(key)) throw new UserError('UNKNOWN_PROJECT_METADATA', { key })
    metadata[key] = value
  }
  const flag = given.metadata?.['public']
  return { isPublic: typeof flag === 'string' ? flag === 'true' : (given.public ?? undefined), metadata }
}
