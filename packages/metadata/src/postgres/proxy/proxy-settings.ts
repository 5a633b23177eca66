/** How a project has its content from another registry. Times are in seconds. */
export interface ProxySettings {
  readonly projectId: number
  readonly registryId: number
  /** Repositories that are asked for there; absent: all. */
  readonly filter?: { readonly kind: 'doublestar' | 'regex'; readonly pattern: string } | undefined
  /** Kilobits a second of one download; absent: as fast as it goes. */
  readonly kilobits?: number | undefined
  /** Requests at a time; absent: as many as it takes. */
  readonly connections?: number | undefined
  /** For how long what a tag leads to is not asked for again. */
  readonly tagLife: number
  /** For how long it is believed that there is no such thing. */
  readonly missLife: number
  /** Whether copies are served while there is no answer. */
  readonly servesStale: boolean
  /** Whether copies are served of what is there no more. */
  readonly outlives: boolean
  /** Whether it is asked for referrers. */
  readonly asksReferrers: boolean
}

export const TAG_LIFE = 60
export const MISS_LIFE = 60

/** @param metadata of the project; the api takes no others than these can be */
export function readProxySettings(
  projectId: number,
  registryId: number,
  metadata: Readonly<Record<string, string>>,
): ProxySettings {
  const pattern = metadata['proxy_cache_filter_pattern'] ?? ''
  const kind = metadata['proxy_cache_filter_kind'] === 'regex' ? 'regex' : 'doublestar'
  return {
    projectId,
    registryId,
    filter: pattern === '' ? undefined : { kind, pattern },
    kilobits: positive(metadata['proxy_speed_kb']),
    connections: positive(metadata['max_upstream_conn']),
    tagLife: secondsOf(metadata['proxy_cache_tag_ttl'], TAG_LIFE),
    missLife: secondsOf(metadata['proxy_cache_negative_ttl'], MISS_LIFE),
    servesStale: !isFalse(metadata['proxy_cache_serve_stale']),
    outlives: isTrue(metadata['proxy_cache_local_on_not_found']),
    asksReferrers: isTrue(metadata['proxy_referrer_api']),
  }
}

function positive(value = ''): number | undefined {
  return Number(value) > 0 ? Number(value) : undefined
}

const secondsOf = (value = '', fallback: number) => (/^\d+$/.test(value) ? Number(value) : fallback)
const isTrue = (value = '') => /^(true|1)$/i.test(value)
const isFalse = (value = '') => /^(false|0)$/i.test(value)
