import { describe, expect, it } from 'vitest'
import { readMetadata } from './project-metadata.js'

describe('project metadata', () => {
  it.each([
    ['prevent_vul', 'true'],
    ['prevent_vul', 'T'],
    ['auto_sbom_generation', '1'],
  ])('refuses %s=%s, because nothing would come of it', (key, value) => {
    expect(() => readMetadata({ metadata: { [key]: value } })).toThrow(
      expect.objectContaining({ reason: 'PROJECT_METADATA_UNAVAILABLE', parameters: { key, value } }),
    )
  })

  it.each([
    ['proxy_speed_kb', 'fast'],
    ['max_upstream_conn', '1.5'],
    ['proxy_cache_filter_kind', 'sql'],
    ['proxy_cache_tag_ttl', '-1'],
  ])('refuses %s=%s of a proxy cache', (key, value) => {
    expect(() => readMetadata({ metadata: { [key]: value } })).toThrow(
      expect.objectContaining({ reason: 'PROXY_SETTING_INVALID', parameters: { key, value } }),
    )
  })

  it('keeps what switches nothing on, so that a client finds what it sent', () => {
    const metadata = {
      enable_content_trust: 'false',
      enable_content_trust_cosign: 'false',
      prevent_vul: 'false',
      severity: 'low',
      auto_scan: 'true',
      auto_sbom_generation: 'false',
      reuse_sys_cve_allowlist: 'true',
      proxy_speed_kb: '-1',
      max_upstream_conn: '-1',
    }
    expect(readMetadata({ metadata: { ...metadata, public: 'true' } })).toEqual({ isPublic: true, metadata })
  })

  it('keeps which signatures a project wants, which the registry asks for', () => {
    const metadata = { enable_content_trust: 'true', enable_content_trust_cosign: 'true' }
    expect(readMetadata({ metadata })).toEqual({ isPublic: undefined, metadata })
  })

  it('leaves out keys that Harbor does not have, and the id of a policy, which the policy tells', () => {
    const metadata = { retention_id: '7', colour: 'red', constructor: 'x', auto_scan: 'false' }
    expect(readMetadata({ metadata }).metadata).toEqual({ auto_scan: 'false' })
  })

  it.each([
    ['true', true],
    ['True', true],
    ['1', true],
    ['false', false],
    ['F', false],
  ])('reads public=%s', (value, isPublic) => {
    expect(readMetadata({ metadata: { public: value } }).isPublic).toBe(isPublic)
  })

  it.each([
    ['enable_content_trust', 'T', 'true'],
    ['enable_content_trust_cosign', '1', 'true'],
    ['auto_scan', 'False', 'false'],
    ['reuse_sys_cve_allowlist', '0', 'false'],
    ['prevent_vul', 'f', 'false'],
    ['severity', 'High', 'high'],
    ['proxy_cache_serve_stale', 'F', 'false'],
    ['proxy_cache_lend_account', 't', 'true'],
    ['proxy_referrer_api', '1', 'true'],
    ['proxy_cache_local_on_not_found', '', ''],
    ['proxy_cache_filter_pattern', 'T', 'T'],
  ])('keeps %s=%s as Harbor does, as %s', (key, value, kept) => {
    expect(readMetadata({ metadata: { [key]: value } }).metadata).toEqual({ [key]: kept })
  })

  it.each([
    ['public', 'maybe'],
    ['public', ''],
    ['public', 'yes'],
    ['auto_scan', 'maybe'],
    ['enable_content_trust_cosign', 'yes'],
    ['prevent_vul', 'on'],
    ['reuse_sys_cve_allowlist', 'x'],
    ['severity', 'nope'],
    ['proxy_cache_serve_stale', 'perhaps'],
    ['proxy_cache_lend_account', 'on'],
  ])('refuses %s=%j, as Harbor does', (key, value) => {
    expect(() => readMetadata({ metadata: { [key]: value } })).toThrow(
      expect.objectContaining({ reason: 'BAD_METADATA_VALUE', parameters: { key, value } }),
    )
  })
})
