import { UserError } from '@berth/contracts'

const always = () => true
const flag = (value: string) => ['', 'false', '0'].includes(value.toLowerCase())
const flagEitherWay = (value: string) => flag(value) || ['true', '1'].includes(value.toLowerCase())

/**
 * Keys that Harbor's clients may send, and which of their values are kept, so that a client gets back what it sent. The others would
 * promise what Berth does not do: most keys are kept only where they switch nothing on. The registry asks for signatures where
 * `enable_content_trust*` says so. `severity` and the allow-list say how a gate works, not that there is one.
 */
const isTaken: ReadonlyMap<string, (value: string) => boolean> = new Map([
  ['enable_content_trust', flagEitherWay],
  ['enable_content_trust_cosign', flagEitherWay],
  ['prevent_vul', flag],
  ['severity', always],
  // Terraform's provider sends "true" unless told otherwise. It acts once there are scanners; no pull depends on it.
  ['auto_scan', always],
  ['auto_sbom_generation', flag],
  ['reuse_sys_cve_allowlist', always],
])

const limit = (value: string) => /^(|-1|\d{1,9})$/.test(value)
const seconds = (value: string) => /^(|\d{1,7})$/.test(value)

/** How a project has its content from another registry; they act in no other. An empty value is as if it had not been given. */
const proxyKeys: ReadonlyMap<string, (value: string) => boolean> = new Map([
  ['proxy_speed_kb', limit],
  ['max_upstream_conn', limit],
  ['proxy_cache_local_on_not_found', flagEitherWay],
  ['proxy_referrer_api', flagEitherWay],
  ['proxy_cache_filter_pattern', always],
  ['proxy_cache_filter_kind', (value) => ['', 'doublestar', 'regex'].includes(value)],
  ['proxy_cache_tag_ttl', seconds],
  ['proxy_cache_negative_ttl', seconds],
  ['proxy_cache_serve_stale', flagEitherWay],
  ['proxy_cache_lend_account', flagEitherWay],
])

/** Has Berth a key of this name? */
export const isMetadataKey = (key: string): boolean => key === 'public' || isTaken.has(key) || proxyKeys.has(key)

interface Given {
  readonly public?: boolean | undefined
  readonly metadata?: Readonly<Record<string, string>> | undefined
}

/** The words that Harbor takes for the public flag. */
function readPublic(value: string): boolean {
  if (/^(1|t|true)$/i.test(value)) return true
  if (/^(0|f|false)$/i.test(value)) return false
  throw new UserError('BAD_PUBLIC_FLAG', { value })
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
 * @throws {UserError} BAD_PUBLIC_FLAG, PROJECT_METADATA_UNAVAILABLE, PROXY_SETTING_INVALID
 */
export function readMetadata(given: Given): { isPublic: boolean | undefined; metadata: Record<string, string> } {
  const metadata: Record<string, string> = {}
  for (const [key, value] of Object.entries(given.metadata ?? {})) {
    if (proxyKeys.get(key)?.(value) === false) throw new UserError('PROXY_SETTING_INVALID', { key, value })
    const isGood = isTaken.get(key) ?? proxyKeys.get(key)
    if (!isGood) continue
    if (!isGood(value)) throw new UserError('PROJECT_METADATA_UNAVAILABLE', { key, value })
    metadata[key] = value
  }
  const flag = given.metadata?.['public']
  return { isPublic: flag === undefined ? given.public : readPublic(flag), metadata }
}
