import { UserError } from '@berth/contracts'

/** What is kept of a value. Throws where there is no such value. */
type Reader = (key: string, value: string) => string

/** The words that Harbor takes for a flag. */
function isSet(key: string, value: string): boolean {
  if (/^(1|t|true)$/i.test(value)) return true
  if (/^(0|f|false)$/i.test(value)) return false
  throw new UserError('BAD_METADATA_VALUE', { key, value })
}

/** An empty value says nothing. */
const flag: Reader = (key, value) => (value === '' ? value : String(isSet(key, value)))

const off: Reader = (key, value) => {
  const kept = flag(key, value)
  if (kept === 'true') throw new UserError('PROJECT_METADATA_UNAVAILABLE', { key, value })
  return kept
}

const severity: Reader = (key, value) => {
  const kept = value.toLowerCase()
  if (!['', 'none', 'negligible', 'low', 'medium', 'high', 'critical'].includes(kept))
    throw new UserError('BAD_METADATA_VALUE', { key, value })
  return kept
}

const proxySetting =
  (good: RegExp): Reader =>
  (key, value) => {
    if (!good.test(value)) throw new UserError('PROXY_SETTING_INVALID', { key, value })
    return value
  }

const limit = proxySetting(/^(|-1|\d{1,9})$/)
const seconds = proxySetting(/^(|\d{1,7})$/)

/**
 * Keys that Harbor's clients may send, and what of their values is kept. The others would promise what Berth does not do: most keys are
 * kept only where they switch nothing on. The registry asks for signatures where `enable_content_trust*` says so. `severity` and the
 * allow-list say how a gate works, not that there is one.
 */
const readers: ReadonlyMap<string, Reader> = new Map([
  ['enable_content_trust', flag],
  ['enable_content_trust_cosign', flag],
  ['prevent_vul', off],
  ['severity', severity],
  // Terraform's provider sends "true" unless told otherwise. It acts once there are scanners; no pull depends on it.
  ['auto_scan', flag],
  ['auto_sbom_generation', off],
  ['reuse_sys_cve_allowlist', flag],
  // How a project has its content from another registry; they act in no other.
  ['proxy_speed_kb', limit],
  ['max_upstream_conn', limit],
  ['proxy_cache_local_on_not_found', flag],
  ['proxy_referrer_api', flag],
  // Whether it is a pattern depends on its kind, which may have come before.
  ['proxy_cache_filter_pattern', (_key, pattern) => pattern],
  ['proxy_cache_filter_kind', proxySetting(/^(|doublestar|regex)$/)],
  ['proxy_cache_tag_ttl', seconds],
  ['proxy_cache_negative_ttl', seconds],
  ['proxy_cache_serve_stale', flag],
  ['proxy_cache_lend_account', flag],
])

/** Has Berth a key of this name? */
export const isMetadataKey = (key: string): boolean => key === 'public' || readers.has(key)

interface Given {
  readonly public?: boolean | undefined
  readonly metadata?: Readonly<Record<string, string>> | undefined
}

/** @throws {UserError} CVE_NAMED_TWICE, as Harbor refuses it */
export function requireDistinct({ items }: { readonly items: readonly { readonly cve_id: string }[] }): void {
  const seen = new Set<string>()
  for (const { cve_id: cve } of items) {
    if (seen.has(cve)) throw new UserError('CVE_NAMED_TWICE', { cve })
    seen.add(cve)
  }
}

/**
 * What a body says of a project: whether it is public (undefined: nothing), and the metadata it sets. Keys that Berth does not have are
 * left out: newer and older clients send some.
 *
 * @throws {UserError} BAD_METADATA_VALUE, PROJECT_METADATA_UNAVAILABLE, PROXY_SETTING_INVALID
 */
export function readMetadata(given: Given): { isPublic: boolean | undefined; metadata: Record<string, string> } {
  const metadata: Record<string, string> = {}
  for (const [key, value] of Object.entries(given.metadata ?? {})) {
    const read = readers.get(key)
    if (read) metadata[key] = read(key, value)
  }
  const isPublic = given.metadata?.['public']
  return { isPublic: isPublic === undefined ? given.public : isSet('public', isPublic), metadata }
}
