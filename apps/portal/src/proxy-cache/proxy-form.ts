/** How a proxy cache has its content from another registry, as its form has it. An empty number is the usual one, or no limit. */
export interface ProxyForm {
  kilobits?: number | null
  connections?: number | null
  filterKind: 'doublestar' | 'regex'
  filterPattern?: string
  tagSeconds?: number | null
  missSeconds?: number | null
  servesStale: boolean
  outlives: boolean
  asksReferrers: boolean
  lendsAccount?: boolean
}

type Metadata = Readonly<Record<string, string | null | undefined>>

const isTrue = (value: string | null | undefined) => /^(true|1)$/i.test(value ?? '')
const isFalse = (value: string | null | undefined) => /^(false|0)$/i.test(value ?? '')
const seconds = (value: string | null | undefined) => (/^\d+$/.test(value ?? '') ? Number(value) : null)
const limit = (value: string | null | undefined) => (Number(value) > 0 ? Number(value) : null)

export const proxyFormOf = (metadata: Metadata): ProxyForm => ({
  kilobits: limit(metadata['proxy_speed_kb']),
  connections: limit(metadata['max_upstream_conn']),
  filterKind: metadata['proxy_cache_filter_kind'] === 'regex' ? 'regex' : 'doublestar',
  filterPattern: metadata['proxy_cache_filter_pattern'] ?? '',
  tagSeconds: seconds(metadata['proxy_cache_tag_ttl']),
  missSeconds: seconds(metadata['proxy_cache_negative_ttl']),
  servesStale: !isFalse(metadata['proxy_cache_serve_stale']),
  outlives: isTrue(metadata['proxy_cache_local_on_not_found']),
  asksReferrers: isTrue(metadata['proxy_referrer_api']),
  lendsAccount: isTrue(metadata['proxy_cache_lend_account']),
})

/** What the server is told: each key, so that an emptied field is the usual value again. */
export const proxyMetadataOf = (form: ProxyForm): Record<string, string> => ({
  proxy_speed_kb: String(form.kilobits ?? -1),
  max_upstream_conn: String(form.connections ?? -1),
  proxy_cache_filter_kind: form.filterKind,
  proxy_cache_filter_pattern: form.filterPattern?.trim() ?? '',
  proxy_cache_tag_ttl: String(form.tagSeconds ?? ''),
  proxy_cache_negative_ttl: String(form.missSeconds ?? ''),
  proxy_cache_serve_stale: String(form.servesStale),
  proxy_cache_local_on_not_found: String(form.outlives),
  proxy_referrer_api: String(form.asksReferrers),
  proxy_cache_lend_account: String(form.lendsAccount ?? false),
})
