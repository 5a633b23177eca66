import { expect, test } from 'vitest'
import { proxyFormOf, proxyMetadataOf } from './proxy-form'

test('says what the server does where nothing was set', () => {
  expect(proxyFormOf({})).toEqual({
    kilobits: null,
    connections: null,
    filterKind: 'doublestar',
    filterPattern: '',
    tagSeconds: null,
    missSeconds: null,
    servesStale: true,
    outlives: false,
    asksReferrers: false,
    lendsAccount: false,
  })
})

test('gives back what it was given, and -1 for no limit', () => {
  const metadata = {
    proxy_speed_kb: '2000',
    max_upstream_conn: '-1',
    proxy_cache_filter_kind: 'regex',
    proxy_cache_filter_pattern: 'library/.*',
    proxy_cache_tag_ttl: '0',
    proxy_cache_negative_ttl: '',
    proxy_cache_serve_stale: 'false',
    proxy_cache_local_on_not_found: 'true',
    proxy_referrer_api: 'true',
    proxy_cache_lend_account: 'true',
  }
  expect(proxyMetadataOf(proxyFormOf(metadata))).toEqual(metadata)
})
