import { expect, it } from 'vitest'
import { readMetadata } from './bring-project.js'

it('carries over what metadata mean, and no id of the source', () => {
  expect(
    readMetadata({
      public: 'true',
      retention_id: '7',
      severity: 'high',
      reuse_sys_cve_whitelist: 'true',
      enable_content_trust: 'false',
      enable_content_trust_cosign: 'true',
      prevent_vul: 'true',
      auto_sbom_generation: 'false',
      proxy_speed_kb: null,
    }),
  ).toEqual({
    metadata: {
      public: 'true',
      severity: 'high',
      reuse_sys_cve_allowlist: 'true',
      enable_content_trust: 'false',
      auto_sbom_generation: 'false',
    },
    // Closed after the images are there, which it would keep from being looked up.
    gates: { enable_content_trust_cosign: 'true' },
    left: ['prevent_vul'],
  })
})
